import { type GraphQLSchema, Kind, parse, visit } from 'graphql';
import { expect, test } from 'vitest';
import { createRandom, makeModel } from '@yiwang/testing/random-graph';
import type { SmallDepartment } from '@yiwang/testing/small-graph';
import { type Caller, createCompiledEngine, type QueryPlan, type TextAnswer } from '../../src/index.ts';
import { denialOf } from '../support/callers.ts';
import { serveEngine } from '../support/serve-engine.ts';
import { addAccess } from './add-access.ts';
import { rulesIn } from './judge-access.ts';
import { makeOperation, type Operation } from './make-operation.ts';
import { schemaOf } from './schema-of.ts';
import { startDepartments } from './start-world.ts';
import { World } from './world.ts';

/** More cases, or others: FUZZ_CASES=5000 FUZZ_SEED=x npx vitest run packages/engine/test/fuzz/explain.test.ts */
const CASES = Number(process.env['FUZZ_CASES'] ?? 100);
const SEED = process.env['FUZZ_SEED'] ?? 'explain';
const CASES_PER_GRAPH = 25;
/** What a plan says of its own. */
const OWN_WORDS = ['Sequence', 'Parallel', 'Flatten', 'Condition', 'Fetch', 'ANSWERED', 'FAILED', 'SKIPPED'];

test(
  `an explained operation is answered like any other, and its plan says nothing that its caller may not know: ${CASES} operations`,
  { timeout: 120_000 + CASES * 200 },
  async () => {
    let fetching = 0;
    let denying = 0;
    for (let done = 0; done < CASES; done += CASES_PER_GRAPH) {
      const seed = `${SEED}-${done}`;
      const random = createRandom(`${seed}-operations`);
      const world = new World(addAccess(makeModel(seed, createRandom(seed)), createRandom(`${seed}-rules`)));
      const departments = await startDepartments(world);
      const served = await serveEngine(departments, createCompiledEngine, { timeoutMs: 10_000 });
      try {
        const schema = await schemaOf(served);
        const all = rulesIn(schema, world.model);
        for (let i = done; i < Math.min(done + CASES_PER_GRAPH, CASES); i++) {
          const operation = makeOperation(schema, random);
          const refused = new Set(all.filter(() => random.chance(0.2)));
          const request = { ...operation, caller: callerOf(refused, `${i}`) };
          world.counter = 0;
          const answer = await served.engine.answer(request);
          const before = requestsTo(departments);
          world.counter = 0;
          const explained = await served.engine.explain(request);
          const sent = requestsTo(departments) - before;
          const about = `Graph ${seed}\n${operation.query}\nrefused ${[...refused].join(' ')}`;
          expect(explained === null, about).toBe(answer === null);
          if (!explained) continue;
          expect(contentOf(explained.answer), about).toEqual(contentOf(answer!));
          const words = wordsOf(schema, operation, explained.answer, departments);
          expect(
            stringsOf(explained.queryPlan).filter((text) => !isMadeOf(text, words)),
            about,
          ).toEqual([]);
          checkTimes(explained.queryPlan);
          if (sent > 0) fetching += 1;
          expect(explained.queryPlan.requests.length, about).toBe(sent);
          const refusals = explained.answer.errors.filter(({ extensions }) => extensions?.['coordinate']);
          expect(explained.queryPlan.denied.length, about).toBe(refusals.length);
          if (refusals.length > 0) denying += 1;
        }
      } finally {
        await served[Symbol.asyncDispose]();
        await Promise.all(departments.map((department) => department.close()));
      }
    }
    expect(fetching).toBeGreaterThan(CASES / 2);
    expect(denying).toBeGreaterThan(CASES / 10);
  },
);

function callerOf(refused: ReadonlySet<string>, key: string): Caller {
  return {
    key,
    authorize: (rule) => (refused.has(rule.coordinate) || rule.anyOf ? denialOf(rule) : null),
    assertionFor: () => 'a',
  };
}

function requestsTo(departments: readonly SmallDepartment[]): number {
  return departments.reduce((count, { requests }) => count + requests.length, 0);
}

function contentOf({ data, errors }: TextAnswer): object {
  return { data: JSON.parse(data) as unknown, errors };
}

/** Every word that the caller may know: of the schema, of its own operation, of its answer's errors, and the departments. */
function wordsOf(
  schema: GraphQLSchema,
  { query }: Operation,
  { errors }: TextAnswer,
  departments: readonly { name: string }[],
): ReadonlySet<string> {
  const words = new Set([...OWN_WORDS, '...', 'on', '{', '}', '@', '…', '__typename']);
  for (const { name } of departments) words.add(name);
  for (const type of Object.values(schema.getTypeMap())) {
    words.add(type.name);
    if ('getFields' in type) for (const name of Object.keys(type.getFields())) words.add(name);
  }
  visit(parse(query), {
    enter(node) {
      if (node.kind === Kind.NAME) words.add(node.value);
    },
  });
  for (const { path, extensions } of errors) {
    for (const element of path ?? []) words.add(String(element));
    for (const value of [extensions?.['coordinate'], extensions?.['code'], extensions?.['reason']])
      if (typeof value === 'string') words.add(value);
  }
  return words;
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  return text === '' || text.split(' ').every((word) => words.has(word));
}

function checkTimes({ requests, executionMs }: QueryPlan): void {
  for (const { startMs, durationMs, sentBytes, receivedBytes, fetches } of requests) {
    expect(startMs).toBeGreaterThanOrEqual(0);
    // Each is rounded.
    expect(startMs + durationMs).toBeLessThanOrEqual(executionMs + 0.2);
    expect(sentBytes).toBeGreaterThan(0);
    expect(receivedBytes).toBeGreaterThan(0);
    expect(fetches.length).toBeGreaterThan(0);
  }
}
