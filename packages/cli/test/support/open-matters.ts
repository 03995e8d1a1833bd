import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDurable } from '@yiwang/durable/prepare';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import * as services from '../../../../subgraphs/services/src/department.ts';
import { seed as servicesSeed } from '../../../../subgraphs/services/seed/seed.ts';
import { openGraph, type OpenGraph, type Who } from './open-graph.ts';

/** Code of the matter that officials define in tests. */
export const CODE = 'YJS32000000T';

const of = (department: string, sub: string, scope: string): Who => ({
  sub,
  azp: `${department}-desk`,
  department,
  scope,
});

export const OPERATOR = of('services', 'operator-1', 'matters:operate');
export const AUTHOR = of('services', 'author-1', 'items:edit items:publish');
export const PUBLISHER = of('services', 'publisher-1', 'items:publish');
/** The made-up official who registers enterprises everywhere. */
export const REGISTRAR = of('enterprises', 'official-001', 'cases:decide');

/** What the department services is at the gateway. */
export const CLIENT: Who = {
  sub: 'services-service',
  azp: 'services-service',
  department: 'services',
  scope: 'matters:run sharing:apply sharing:correct',
};

/** Enterprises, services and the exchange as processes behind a gateway. */
export interface OpenMatters extends OpenGraph {
  services: TestDatabase;
}

export async function openMatters(): Promise<OpenMatters> {
  await using undo = new AsyncDisposableStack();
  const graph = undo.use(await openGraph());
  const { exchange, url, sign } = graph;
  await exchange.write('services.token', await sign(CLIENT));
  const definition = await readFile(new URL('../fixtures/matter.json', import.meta.url), 'utf8');
  await exchange.write('matter.json', definition);
  const database = await graph.add(services, servicesSeed, {
    probe: '{ matters { code } }',
    env: { GATEWAY_URL: url, GATEWAY_TOKEN: join(exchange.folder, 'services.token') },
    prepare: ({ url: owner, serviceRole }) => prepareDurable(owner, serviceRole),
  });

  const opened = undo.move();
  return { ...graph, services: database, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** Asks again and again until the answer is as wanted. Ends with the test's own time limit. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    await sleep(200);
  }
}

/** Writes, reviews and publishes `matter.json` by the commands, as version 1 of the matter. */
export async function publishMatter({ answerTo }: OpenGraph): Promise<void> {
  await answerTo(AUTHOR, 'matter', 'draft', CODE, 'matter.json');
  await answerTo(AUTHOR, 'matter', 'review', CODE, '1');
  await answerTo(PUBLISHER, 'matter', 'publish', CODE, '1');
}
