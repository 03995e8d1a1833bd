import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ProviderKey, signToken } from '@yiwang/identity/testing';
import { type DepartmentSeed, seedDatabase, type TableRights } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import * as enterprises from '../../../../subgraphs/enterprises/src/department.ts';
import { seed as enterprisesSeed } from '../../../../subgraphs/enterprises/seed/seed.ts';
import { askUntil } from './ask.ts';
import { EXCHANGE_SCHEMA, writeIssuers } from './logged-gateway.ts';
import { type OpenExchange, openExchange } from './open-exchange.ts';
import { type Ran, runYiwang, spawnYiwang, type Surroundings } from './run-yiwang.ts';
import { spawnService } from './spawn-service.ts';

const SCALE = 0.02;

/** Claims of a token. */
export type Who = Readonly<Record<string, string>>;

export const person = (sub: string): Who => ({ sub, azp: 'portal' });

/** The made-up legal representative of two enterprises. */
export const OWNER = person('person-001');
/** Acts for neither of them. */
export const STRANGER = person('person-005');

/** Enterprises, other departments and the exchange as processes over made-up rows, behind a gateway. */
export interface OpenGraph extends AsyncDisposable {
  exchange: OpenExchange;
  /** Of the gateway's GraphQL. */
  url: string;
  /** For which OWNER acts in all matters. */
  uscc: string;
  /** Starts a department and publishes it; resolves when the gateway serves it. */
  add(department: Department, seed: DepartmentSeed, options: AddOptions): Promise<TestDatabase>;
  /** A token of somebody. */
  sign(who: Who): Promise<string>;
  /** Environment and folder in which a command runs. */
  surroundings(who: Who | null): Promise<Surroundings>;
  /** The command in the name of someone; null for nobody. */
  yiwang(who: Who | null, ...args: string[]): Promise<Ran>;
  /** The same in a process of its own. */
  spawnYiwang(who: Who | null, ...args: string[]): Promise<Ran>;
  /** The same with --json; its answer. Throws unless the command ends with 0. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its command
  answerTo(who: Who, ...args: string[]): Promise<any>;
}

interface AddOptions {
  /** A query that the department answers to everyone. */
  probe: string;
  env?: Record<string, string>;
  /** What its database needs besides tables and rows. */
  prepare?: (database: TestDatabase) => Promise<void>;
}

interface Department {
  NAME: string;
  MIGRATIONS: string;
  RIGHTS: TableRights;
}

export async function openGraph(): Promise<OpenGraph> {
  await using undo = new AsyncDisposableStack();
  const exchange = undo.use(await openExchange());
  const { folder } = exchange;
  const provider: ProviderKey = await writeIssuers(exchange);

  async function start(
    stack: AsyncDisposableStack,
    { NAME, MIGRATIONS, RIGHTS }: Department,
    seed: DepartmentSeed,
    { env = {}, prepare = async () => {} }: Partial<AddOptions> = {},
  ): Promise<{ database: TestDatabase; publish: string[] }> {
    const database = stack.use(await openTestDatabase(MIGRATIONS, RIGHTS));
    await seedDatabase(database.url, NAME, SCALE, seed);
    await prepare(database);
    const { url } = stack.use(
      await spawnService(`subgraphs/${NAME}/src/main.ts`, {
        DATABASE_URL: database.serviceUrl,
        GATEWAY_KEYS: join(folder, 'gateways.json'),
        CURSOR_KEY: join(folder, 'cursors.key'),
        ACCESS_LOG: join(folder, `accesses-of-${NAME}`),
        ...env,
      }),
    );
    const schema = fileURLToPath(new URL(`../../../../subgraphs/${NAME}/schema.graphql`, import.meta.url));
    return {
      database,
      publish: ['--department', NAME, '--schema', schema, '--url', `${url}/graphql`],
    };
  }
  const publish = async (...args: string[]) => {
    const { code, stdout, stderr } = await exchange.yiwang('publish', ...args);
    if (code !== 0) throw new Error(stdout + stderr);
  };
  const register = await start(undo, enterprises, enterprisesSeed);
  await exchange.registerGateway();
  await publish(
    ...register.publish,
    ...['--department', 'exchange', '--schema', EXCHANGE_SCHEMA, '--url', exchange.url],
  );
  const gateway = await exchange.startGateway({
    ISSUERS: join(folder, 'issuers.json'),
    MANDATES: enterprises.NAME,
    ACCESS_LOG: join(folder, 'access-log'),
  });
  const url = `${gateway.url}/graphql`;
  await askUntil(gateway.url, '{ __typename }', ({ data }) => Boolean(data));

  const { uscc } = (
    await register.database.sql<{ uscc: string }[]>`
      select uscc from mandates where person = ${OWNER['sub']!} and revoked_at is null order by id limit 1`
  )[0]!;
  const sign = (who: Who) => signToken(provider, { ...who, sub: who['sub']! });
  const surroundings = async (who: Who | null): Promise<Surroundings> => ({
    cwd: folder,
    env: { YIWANG_REGISTRY: url, ...(who && { YIWANG_TOKEN: await sign(who) }) },
  });
  const opened = undo.move();

  return {
    exchange,
    url,
    uscc,
    sign,
    async add(department, seed, options) {
      const { database, publish: args } = await start(opened, department, seed, options);
      await publish(...args);
      await askUntil(gateway.url, options.probe, ({ data, errors }) => Boolean(data) && !errors);
      return database;
    },
    surroundings,
    yiwang: async (who, ...args) => runYiwang(args, await surroundings(who)),
    spawnYiwang: async (who, ...args) => spawnYiwang(args, await surroundings(who)),
    async answerTo(who, ...args) {
      const { code, stdout, stderr } = await runYiwang([...args, '--json'], await surroundings(who));
      if (code !== 0) throw new Error(`${args.join(' ')} ends with ${code}: ${stdout}${stderr}`);
      return JSON.parse(stdout);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
