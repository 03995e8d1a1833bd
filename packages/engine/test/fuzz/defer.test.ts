import { expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { applyParts, readAnswer } from '../defer/apply-parts.ts';
import { serveEngine } from '../support/serve-engine.ts';
import { addDefers } from './add-defers.ts';
import { inOneOrder } from './compare.ts';
import { differenceOfParts } from './compare-parts.ts';
import { judgeParts } from './judge-parts.ts';
import { createRandom, makeModel, type Random } from '@yiwang/testing/random-graph';
import { makeOperation, type Operation } from './make-operation.ts';
import { schemaOf } from './schema-of.ts';
import { authorize, startDepartments } from './start-world.ts';
import { World } from './world.ts';

/** More cases, or others: FUZZ_CASES=10000 FUZZ_SEED=x npx vitest run packages/engine/test/fuzz/defer.test.ts */
const CASES = Number(process.env['FUZZ_CASES'] ?? 500);
const SEED = process.env['FUZZ_SEED'] ?? 'defer';
const CASES_PER_GRAPH = 50;

test(
  `${CASES} operations with @defer are answered part by part as the specification wants`,
  { timeout: 120_000 + CASES * 200 },
  async () => {
    let inParts = 0;
    for (let done = 0; done < CASES; done += CASES_PER_GRAPH) {
      const seed = `${SEED}-${done}`;
      // Of fragments within fragments on what is behind @interfaceObject, the planner makes references without keys.
      const world = new World(makeModel(seed, createRandom(seed), { mayAnnotate: false }));
      const departments = await startDepartments(world);
      const served = await serveEngine(departments, createCompiledEngine);
      try {
        const schema = await schemaOf(served);
        const random = createRandom(`${seed}-operations`);
        for (let i = done; i < Math.min(done + CASES_PER_GRAPH, CASES); i++) {
          const operation = addDefers(makeQuery(schema, random), random);
          const answer = await served.engine.answer({ ...operation, inParts: true });
          if (!answer) fail(seed, operation, JSON.stringify(await served.ask(operation.query)));
          const received = await readAnswer(answer);
          const { answer: wanted, parts } = await judgeParts(world, schema, operation);
          const { data, errors, later } = received;
          const difference = differenceOfParts(
            [wanted, ...parts],
            [{ data, errors, path: [], label: undefined }, ...later.flat()],
          );
          if (difference) fail(seed, operation, difference);
          if (parts.length === 0) continue;
          inParts += 1;

          // Put together, they are what the operation gives without @defer, where no null goes up.
          const whole = await authorize(world, schema, operation.query, operation.variables);
          if (whole.errors) continue;
          const together = JSON.stringify(inOneOrder({ data: applyParts(received) }));
          if (together !== JSON.stringify(inOneOrder(whole))) fail(seed, operation, `together ${together}`);
        }
      } finally {
        await served[Symbol.asyncDispose]();
        await Promise.all(departments.map((department) => department.close()));
      }
    }
    process.stdout.write(`${CASES} cases, ${inParts} in parts\n`);
    if (CASES >= 100) expect(inParts).toBeGreaterThan(CASES / 4);
  },
);

function makeQuery(schema: Parameters<typeof makeOperation>[0], random: Random): Operation {
  for (;;) {
    const operation = makeOperation(schema, random);
    if (!operation.query.startsWith('mutation')) return operation;
  }
}

function fail(seed: string, { query, variables }: Operation, difference: string): never {
  throw new Error(`Graph ${seed}\n${query}\n${JSON.stringify(variables)}\n${difference}`);
}
