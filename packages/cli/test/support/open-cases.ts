import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ProviderKey, signToken } from '@yiwang/identity/testing';
import { findPorts } from '@yiwang/testing';
import { type DepartmentSeed, seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import * as enterprises from '../../../../subgraphs/enterprises/src/department.ts';
import { seed as enterprisesSeed } from '../../../../subgraphs/enterprises/seed/seed.ts';
import { createKeySet } from '@yiwang/certificates';
import * as permits from '../../../../subgraphs/permits/src/department.ts';
import { seed as permitsSeed } from '../../../../subgraphs/permits/seed/seed.ts';
import * as services from '../../../../subgraphs/services/src/department.ts';
import * as tax from '../../../../subgraphs/tax/src/department.ts';
import { seed as taxSeed } from '../../../../subgraphs/tax/seed/seed.ts';
import { askUntil } from './ask.ts';
import { EXCHANGE_SCHEMA, writeIssuers } from './logged-gateway.ts';
import { type OpenExchange, openExchange } from './open-exchange.ts';
import { type Ran, runYiwang, spawnYiwang, type Surroundings } from './run-yiwang.ts';
import { spawnService } from './spawn-service.ts';

const SCALE = 0.02;

/** Claims of a token. */
export type Who = Readonly<Record<string, string>>;

const person = (sub: string): Who => ({ sub, azp: 'portal' });

/** The made-up legal representative of two enterprises. */
export const OWNER = person('person-001');
/** Acts for neither of them. */
export const STRANGER = person('person-005');
/** The made-up official of the city that carries out the item. */
export const OFFICIAL: Who = {
  sub: 'official-001',
  azp: 'permits-desk',
  department: 'permits',
  scope: 'cases:decide',
};
/** Registers legal representatives. */
export const REGISTRAR: Who = {
  sub: 'registrar-1',
  azp: 'registry-desk',
  department: 'enterprises',
  scope: 'mandates:register',
};

/** An item that the graph offers. */
export interface Item {
  code: string;
  basicCode: string;
}

/** Enterprises, permits and the exchange as processes over made-up rows, behind a gateway. */
export interface OpenCases extends AsyncDisposable {
  exchange: OpenExchange;
  /** Of the gateway's GraphQL. */
  url: string;
  permits: TestDatabase;
  /** For which OWNER acts in all matters. */
  uscc: string;
  item: Item;
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

export interface CasesOptions {
  /** Whether permits are certified, and services verifies certificates. */
  withCertificates?: boolean;
  /** Whether permits is a client of the gateway, and tax is there as well, which has the lists of taxpayers. */
  asksOthers?: boolean;
}

export async function openCases({
  withCertificates = false,
  asksOthers = false,
}: CasesOptions = {}): Promise<OpenCases> {
  await using undo = new AsyncDisposableStack();
  const exchange = undo.use(await openExchange());
  const { folder } = exchange;
  const provider: ProviderKey = await writeIssuers(exchange);

  const port = asksOthers ? await findPorts(1) : 0;
  const asking: Record<string, string> = {};
  if (asksOthers) {
    const client = { azp: 'permits-service', department: 'permits', scope: 'sharing:apply sharing:correct' };
    await exchange.write('permits.token', await signToken(provider, { ...client, sub: 'permits-service' }));
    asking['GATEWAY_URL'] = `http://127.0.0.1:${port}/graphql`;
    asking['GATEWAY_TOKEN'] = join(folder, 'permits.token');
    asking['OFFERS_AT'] = 'never';
  }

  async function start(
    { NAME, MIGRATIONS }: { NAME: string; MIGRATIONS: string },
    seed: DepartmentSeed | null,
    settings: Record<string, string> = {},
  ): Promise<{ database: TestDatabase; publish: string[] }> {
    const database = undo.use(await openTestDatabase(MIGRATIONS));
    if (seed) await seedDatabase(database.url, NAME, SCALE, seed);
    const { url } = undo.use(
      await spawnService(`subgraphs/${NAME}/src/main.ts`, {
        DATABASE_URL: database.url,
        GATEWAY_KEYS: join(folder, 'gateways.json'),
        CURSOR_KEY: join(folder, 'cursors.key'),
        ACCESS_LOG: join(folder, `accesses-of-${NAME}`),
        ...settings,
        ...(NAME === permits.NAME && asking),
      }),
    );
    const schema = fileURLToPath(new URL(`../../../../subgraphs/${NAME}/schema.graphql`, import.meta.url));
    return {
      database,
      publish: ['--department', NAME, '--schema', schema, '--url', `${url}/graphql`],
    };
  }
  const register = await start(enterprises, enterprisesSeed);
  if (withCertificates) {
    await exchange.write('certificates.json', JSON.stringify(await createKeySet()));
  }
  const approvals = await start(
    permits,
    permitsSeed,
    withCertificates
      ? {
          CERTIFICATE_KEYS: join(folder, 'certificates.json'),
          CERTIFICATE_ISSUER: '11320000MB0000019A',
        }
      : {},
  );
  const payers = asksOthers ? (await start(tax, taxSeed)).publish : [];

  await exchange.registerGateway();
  const published = await exchange.yiwang(
    'publish',
    ...register.publish,
    ...approvals.publish,
    ...payers,
    ...['--department', 'exchange', '--schema', EXCHANGE_SCHEMA, '--url', exchange.url],
  );
  if (published.code !== 0) throw new Error(published.stdout + published.stderr);
  const gateway = await exchange.startGateway(
    {
      ISSUERS: join(folder, 'issuers.json'),
      MANDATES: enterprises.NAME,
      ACCESS_LOG: join(folder, 'access-log'),
    },
    port,
  );
  const url = `${gateway.url}/graphql`;
  await askUntil(gateway.url, '{ __typename }', ({ data }) => Boolean(data));

  if (withCertificates) {
    const verifying = await start(services, null, { GATEWAY_URL: url, CERTIFICATE_CACHE_SECONDS: '0' });
    const added = await exchange.yiwang('publish', ...verifying.publish);
    if (added.code !== 0) throw new Error(added.stdout + added.stderr);
    const query = '{ __type(name: "CertificateVerification") { name } }';
    await askUntil(gateway.url, query, ({ data }) => Boolean(data?.__type));
  }

  const { uscc } = (
    await register.database.sql<{ uscc: string }[]>`
      select uscc from mandates where person = ${OWNER['sub']!} and revoked_at is null order by id limit 1`
  )[0]!;
  const item = await offerItem(approvals.database);
  await exchange.write(
    'whole.json',
    JSON.stringify({
      ...{ enterpriseName: '试用', uscc, contact: '林晓岚', phone: '025-84520000', filedBy: 'SELF' },
      hasChanged: false,
    }),
  );
  const surroundings = async (who: Who | null): Promise<Surroundings> => ({
    cwd: folder,
    env: {
      YIWANG_REGISTRY: url,
      ...(who && { YIWANG_TOKEN: await signToken(provider, { ...who, sub: who['sub']! }) }),
    },
  });
  const answerTo: OpenCases['answerTo'] = async (who, ...args) => {
    const { code, stdout, stderr } = await runYiwang([...args, '--json'], await surroundings(who));
    if (code !== 0) throw new Error(`${args.join(' ')} ends with ${code}: ${stdout}${stderr}`);
    return JSON.parse(stdout);
  };
  // A gateway waits a second for mandates, which may be too short for a department that has just started.
  while ((await answerTo(OWNER, 'case', 'list', '--applicant', uscc)).edges.length === 0) await sleep(100);
  const opened = undo.move();

  return {
    exchange,
    url,
    permits: approvals.database,
    uscc,
    item,
    surroundings,
    yiwang: async (who, ...args) => runYiwang(args, await surroundings(who)),
    spawnYiwang: async (who, ...args) => spawnYiwang(args, await surroundings(who)),
    answerTo,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** The renewal of a permit by a city; `whole.json` fills in its form. */
async function offerItem({ sql }: TestDatabase): Promise<Item> {
  const [item] = await sql<Item[]>`
    select code, basic_code as "basicCode" from service_items
    where basic_code like '%003' and region_code = '3204' and promised_days > 1 and statutory_days > promised_days
    order by code limit 1`;
  return item!;
}
