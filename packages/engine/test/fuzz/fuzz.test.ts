import { expect, test } from 'vitest';
import { createApolloEngine, createCompiledEngine } from '../../src/index.ts';
import { serveEngine } from '../support/serve-engine.ts';
import { differenceOf } from './compare.ts';
import { explainStock } from './explain-stock.ts';
import { createRandom, makeModel } from '@yiwang/testing/random-graph';
import { makeOperation, type Operation } from './make-operation.ts';
import { schemaOf } from './schema-of.ts';
import { shrink } from './shrink.ts';
import { authorize, startDepartments } from './start-world.ts';
import { World } from './world.ts';

/** More cases, or others: FUZZ_CASES=100000 FUZZ_SEED=x npx vitest run packages/engine/test/fuzz */
const CASES = Number(process.env['FUZZ_CASES'] ?? 1200);
const SEED = process.env['FUZZ_SEED'] ?? 'yiwang';
const CASES_PER_GRAPH = 100;

/** A graph of departments, the two engines in front of it, and the judge. */
async function openGraph(seed: string) {
  const world = new World(makeModel(seed, createRandom(seed)));
  const departments = await startDepartments(world);
  const options = { timeoutMs: 10_000, overrideLabels: ['on'] };
  const compiled = await serveEngine(departments, createCompiledEngine, options);
  const { usesContext, annotator } = world.model;
  // It refuses contexts, and loses the types of objects behind @interfaceObject.
  const isBeyondStock = usesContext || annotator !== null;
  const stock = isBeyondStock ? null : await serveEngine(departments, createApolloEngine, options);
  const schema = await schemaOf(compiled);
  return {
    world,
    compiled,
    stock,
    schema,
    async close() {
      await Promise.all([compiled, stock].map(async (served) => served?.[Symbol.asyncDispose]()));
      await Promise.all(departments.map((department) => department.close()));
    },
  };
}
type OpenGraph = Awaited<ReturnType<typeof openGraph>>;

/** What the specification wants. */
function askJudge({ world, schema }: OpenGraph, { query, variables }: Operation) {
  world.counter = 0;
  return authorize(world, schema, query, variables);
}

/** The engine's own answer, or what the server says where the engine leaves the word to it. */
async function askCompiled({ world, compiled }: OpenGraph, { query, variables }: Operation) {
  world.counter = 0;
  const answer = await compiled.engine.answer({ query, variables });
  if (!answer) return compiled.ask(query, variables);
  return { ...answer, data: JSON.parse(answer.data) as unknown };
}

function askStock({ world, stock }: OpenGraph, { query, variables }: Operation) {
  world.counter = 0;
  return stock!.ask(query, variables);
}

test(
  `${CASES} operations over generated graphs are answered as the specification wants`,
  {
    timeout: 120_000 + CASES * 200,
  },
  async () => {
    const stockDiffers = new Map<string, number>();
    let faulty = 0;
    for (let done = 0; done < CASES;) {
      const seed = `${SEED}-${done}`;
      const graph = await openGraph(seed);
      const random = createRandom(`${seed}-operations`);
      try {
        for (let i = 0; i < CASES_PER_GRAPH && done < CASES; i++, done++) {
          const operation = makeOperation(graph.schema, random);
          const expected = await askJudge(graph, operation);
          if (expected.errors) faulty += 1;
          const difference = differenceOf(expected, await askCompiled(graph, operation));
          if (difference) await failSmall(seed, graph, operation);

          if (!graph.stock) continue;
          const received = await askStock(graph, operation);
          const reason = await explainStock(
            operation,
            graph.schema,
            { expected, received },
            async (other) => ({
              expected: await askJudge(graph, other),
              received: await askStock(graph, other),
            }),
          );
          if (reason === 'unexplained') fail(seed, operation, `stock: ${differenceOf(expected, received)}`);
          if (reason) stockDiffers.set(reason, (stockDiffers.get(reason) ?? 0) + 1);
        }
      } finally {
        await graph.close();
      }
    }
    const reasons = JSON.stringify(Object.fromEntries(stockDiffers));
    process.stdout.write(`${CASES} cases, ${faulty} with errors; stock differs: ${reasons}\n`);
    // A few cases may all be of graphs without faults.
    if (CASES >= 1000) expect(faulty).toBeGreaterThan(CASES / 20);
  },
);

function fail(seed: string, { query, variables }: Operation, difference: string | null): never {
  throw new Error(`Graph ${seed}\n${query}\n${JSON.stringify(variables)}\n${difference}`);
}

/** Of operations that show the fault a small one is quicker to understand. */
async function failSmall(seed: string, graph: OpenGraph, operation: Operation): Promise<never> {
  const differs = async (other: Operation) =>
    differenceOf(await askJudge(graph, other), await askCompiled(graph, other));
  const small = await shrink(operation, graph.schema, async (other) => (await differs(other)) !== null);
  return fail(seed, small, await differs(small));
}
