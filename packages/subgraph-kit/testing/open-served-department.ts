import type { Assertion } from '@yiwang/identity';
import type { Certificates } from '../src/certificates/certificates.ts';
import type { DepartmentUnderTest } from './open-department.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';
import { type ServedDepartment, serveDepartment } from './serve-department.ts';

export interface ServedAnswer {
  data?: Record<string, unknown> | null;
  errors?: { extensions: { code: string } }[];
}

/** A department over HTTP, with a database of its own that goes with it. */
export interface OpenServedDepartment extends ServedDepartment {
  database: TestDatabase;
  /** Sends a body as it is, for nobody in particular. */
  post(body: string | Buffer, headers?: Record<string, string>): Promise<Response>;
  /** Asks one query, for whom the assertion vouches. */
  ask(query: string, assertion?: Partial<Assertion>, variables?: object): Promise<ServedAnswer>;
}

/** A department over HTTP, and what it certifies. */
export interface ServedUnderTest extends Omit<DepartmentUnderTest, 'createContextFactory'> {
  /** In the supergraph. */
  name: string;
  openCertificates?(db: TestDatabase['db']): Promise<Certificates | null>;
  createContextFactory(
    db: TestDatabase['db'],
    sql: TestDatabase['sql'],
    certificates: Certificates | null,
  ): (() => Record<string, unknown>) | Promise<() => Record<string, unknown>>;
}

/** The department answers nobody but its test gateway. */
export async function openServedDepartment({
  name,
  migrations,
  rights,
  schema,
  openCertificates,
  createContextFactory,
}: ServedUnderTest): Promise<OpenServedDepartment> {
  await using undo = new AsyncDisposableStack();
  const database = undo.use(await openTestDatabase(migrations, rights));
  const { db, sql } = database.service;
  const certificates = (await openCertificates?.(db)) ?? null;
  if (certificates) undo.use(certificates);
  const createContext = await createContextFactory(db, sql, certificates);
  const certified = certificates ? { certificates } : {};
  const served = undo.use(await serveDepartment({ name, schema, createContext, database, ...certified }));

  async function send(body: string | Buffer, headers: Record<string, string>): Promise<Response> {
    const all = { 'content-type': 'application/json', ...headers };
    return fetch(served.url, { method: 'POST', headers: all, body });
  }

  const opened = undo.move();
  return {
    ...served,
    database,
    post: async (body, headers = {}) => send(body, { ...(await served.sign({}, body)), ...headers }),
    async ask(query, assertion, variables) {
      const body = JSON.stringify({ query, variables });
      const response = await send(body, await served.sign(assertion, body));
      return (await response.json()) as ServedAnswer;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
