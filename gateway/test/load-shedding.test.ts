import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCostCeilings, type Direction } from '../src/pipeline/load-shedding/cost-ceilings.ts';
import { serveGateway } from './support/serve-gateway.ts';

const COSTS = [1, 10, 100, 1000];

/** What a client of each kind may do now, by cost. */
const admitted = (ceilings: ReturnType<typeof createCostCeilings>, isAnonymous: boolean) =>
  COSTS.filter((cost) => ceilings.admits(cost, isAnonymous));

test('the costliest operations of anonymous clients are shed first, those of signed-in clients last', () => {
  const ceilings = createCostCeilings();
  const steps = [];
  for (let n = 0; n < 30; n++) {
    steps.push([admitted(ceilings, true).length, admitted(ceilings, false).length].join(' '));
    ceilings.step('more');
  }

  expect([...new Set(steps)]).toEqual(['4 4', '3 4', '2 4', '1 4', '0 4', '0 3', '0 2', '0 1']);
});

test('what is no operation is shed with the costliest', () => {
  const ceilings = createCostCeilings();
  expect(ceilings.admits(Infinity, true)).toBe(true);
  ceilings.admits(10, true);
  ceilings.step('more');

  expect(ceilings.admits(Infinity, true)).toBe(false);
});

test('at any time, what costs less or is signed in is admitted where something costlier is', () => {
  const direction = fc.constantFrom<Direction>('more', 'same', 'less');
  const cost = fc.integer({ min: 0, max: 30_000 });
  const operations = fc.array(fc.tuple(cost, fc.boolean()), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(direction, operations)), (steps) => {
      const ceilings = createCostCeilings();
      for (const [to, asked] of steps) {
        ceilings.step(to);
        const results = asked.map(([cost, isAnonymous]) => ({
          cost,
          isAnonymous,
          isIn: ceilings.admits(cost, isAnonymous),
        }));
        for (const one of results.filter(({ isIn }) => isIn)) {
          const better = results.filter(
            ({ cost, isAnonymous }) => cost <= one.cost && (isAnonymous === one.isAnonymous || !isAnonymous),
          );
          expect(better.every(({ isIn }) => isIn)).toBe(true);
        }
      }
      // Once there is room, everything is admitted again, after few steps whatever was asked for.
      for (let n = 0; n < 40; n++) ceilings.step('less');
      expect(ceilings.shed).toBe(false);
      expect(ceilings.admits(1e9, true)).toBe(true);
    }),
  );
});

test('an overloaded gateway refuses the costly operation of an anonymous client, says when to come again, and admits it when there is room', async () => {
  await using gateway = await serveGateway({ OVERLOAD_DELAY_MS: '20' });
  const send = (query: string) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  const COSTLY = '{ enterprises { name permitCount } }';
  expect((await send(COSTLY)).status).toBe(200);

  // The event loop is the gateway's, too: this is what a thousand requests at once do to it.
  const busy = setInterval(() => {
    for (const end = performance.now() + 60; performance.now() < end;);
  });
  let refused: Response;
  try {
    do refused = await send(COSTLY);
    while (refused.status === 200);
  } finally {
    clearInterval(busy);
  }

  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  while ((await send(COSTLY)).status === 503) await sleep(50);
});
