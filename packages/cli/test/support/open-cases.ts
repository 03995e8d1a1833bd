import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKeySet } from '@yiwang/certificates';
import { prepareDurable } from '@yiwang/durable/prepare';
import { join } from 'node:path';
import * as permits from '../../../../subgraphs/permits/src/department.ts';
import { seed as permitsSeed } from '../../../../subgraphs/permits/seed/seed.ts';
import * as services from '../../../../subgraphs/services/src/department.ts';
import { seed as servicesSeed } from '../../../../subgraphs/services/seed/seed.ts';
import * as tax from '../../../../subgraphs/tax/src/department.ts';
import { seed as taxSeed } from '../../../../subgraphs/tax/seed/seed.ts';
import { openGraph, type OpenGraph, OWNER, type Who } from './open-graph.ts';

export { OWNER, STRANGER, type Who } from './open-graph.ts';

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
export interface OpenCases extends OpenGraph {
  permits: TestDatabase;
  item: Item;
}

export interface CasesOptions {
  /** Whether permits are certified, and services verifies certificates. */
  withCertificates?: boolean;
  /** Whether permits is a client of the gateway, and tax is there as well, which has the lists of taxpayers. */
  asksOthers?: boolean;
  /** Whether services is there as well. */
  withMatters?: boolean;
}

export async function openCases({
  withCertificates = false,
  asksOthers = false,
  withMatters = false,
}: CasesOptions = {}): Promise<OpenCases> {
  await using undo = new AsyncDisposableStack();
  const graph = undo.use(await openGraph());
  const { exchange, uscc, answerTo } = graph;
  if (asksOthers) {
    await graph.add(tax, taxSeed, { probe: '{ taxpayers(first: 1) { edges { node { id } } } }' });
  }
  if (withCertificates || withMatters) {
    await graph.add(services, servicesSeed, {
      probe: '{ matters { code } }',
      env: { GATEWAY_URL: graph.url, CERTIFICATE_CACHE_SECONDS: '0' },
      prepare: ({ url, serviceRole }) => prepareDurable(url, serviceRole),
    });
  }
  const approvals = await graph.add(permits, permitsSeed, {
    probe: '{ serviceItems(first: 1) { edges { node { code } } } }',
    env: {
      ...(asksOthers && (await askingOthers(graph))),
      ...(withCertificates && (await certifying(graph))),
    },
  });
  const item = await offerItem(approvals);
  await exchange.write(
    'whole.json',
    JSON.stringify({
      ...{ enterpriseName: '试用', uscc, contact: '林晓岚', phone: '025-84520000', filedBy: 'SELF' },
      hasChanged: false,
    }),
  );
  // A gateway waits a second for mandates, which may be too short for a department that has just started.
  while ((await answerTo(OWNER, 'case', 'list', '--applicant', uscc)).edges.length === 0) await sleep(100);
  const opened = undo.move();
  return {
    ...graph,
    permits: approvals,
    item,
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

/** What makes permits a client of the gateway. */
async function askingOthers({ exchange, url, sign }: OpenGraph): Promise<Record<string, string>> {
  const client = {
    sub: 'permits-service',
    azp: 'permits-service',
    department: 'permits',
    scope: 'sharing:apply sharing:correct enterprises:follow',
  };
  await exchange.write('permits.token', await sign(client));
  return {
    GATEWAY_URL: url,
    GATEWAY_TOKEN: join(exchange.folder, 'permits.token'),
    // Late, so that no test is on when the night begins: runs are started by officials, and by changes.
    OFFERS_AT: '23:59',
  };
}

async function certifying({ exchange }: OpenGraph): Promise<Record<string, string>> {
  await exchange.write('certificates.json', JSON.stringify(await createKeySet()));
  return {
    CERTIFICATE_KEYS: join(exchange.folder, 'certificates.json'),
    CERTIFICATE_ISSUER: '11320000MB0000019A',
  };
}
