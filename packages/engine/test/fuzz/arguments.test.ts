import { startDepartment } from '@yiwang/testing/small-graph';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { type Caller, createApolloEngine, createCompiledEngine } from '../../src/index.ts';
import { ACCESS_LINKS, READS_LINKS, denialOf } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';
import { changeRows, COORDINATES, makeArgumentsModel, makeRows } from './arguments-model.ts';
import { makeArgumentsOperation } from './arguments-operation.ts';
import { createResolvers, type RowsState } from './arguments-resolvers.ts';
import type { Operation } from './make-operation.ts';
import { createRandom } from '@yiwang/testing/random-graph';
import { schemaOf } from './schema-of.ts';

/** More cases, or others: FUZZ_CASES=10000 FUZZ_SEED=x npx vitest run packages/engine/test/fuzz/arguments.test.ts */
const CASES = Number(process.env['FUZZ_CASES'] ?? 120);
const SEED = process.env['FUZZ_SEED'] ?? 'arguments';
const CASES_PER_GRAPH = 40;

/** @param refused coordinates */
function callerWithout(refused: ReadonlySet<string>, key: string): Caller {
  return {
    key,
    authorize: (rule) => (refused.has(rule.coordinate) ? denialOf(rule) : null),
    assertionFor: () => 'a',
  };
}

/** The compiled engine as the gateway asks it, another one behind a server. */
async function ask(served: ServedEngine, { query, variables }: Operation, caller: Caller) {
  const text = await served.engine.answer?.({ query, variables, caller });
  if (text) return { data: JSON.parse(text.data) as unknown, errors: text.errors };
  const answer = await served.ask(query, variables, { caller });
  for (const { extensions } of answer.errors ?? []) delete extensions!['stacktrace'];
  return { data: answer.data, errors: answer.errors ?? [] };
}

test(
  `the answers to ${CASES} operations do not depend on what their caller may not read, whatever arguments are given in whatever notation`,
  { timeout: 120_000 + CASES * 100 },
  async () => {
    let denied = 0;
    let found = 0;
    for (let done = 0; done < CASES; done += CASES_PER_GRAPH) {
      const seed = `${SEED}-${done}`;
      const random = createRandom(seed);
      const model = makeArgumentsModel(random);
      const state: RowsState = { rows: [], looked: new Set() };
      const sdl = `${ACCESS_LINKS} ${READS_LINKS} ${model.sdl}`;
      const department = await startDepartment('rows', sdl, createResolvers(model, state));
      const engines = await Promise.all(
        [createCompiledEngine, createApolloEngine].map((create) => serveEngine([department], create)),
      );
      const keptBack = COORDINATES.filter((coordinate) => model.keeping.get(coordinate) !== 'OPEN');
      const schema = await schemaOf(engines[0]!);
      try {
        for (let i = done; i < Math.min(done + CASES_PER_GRAPH, CASES); i++) {
          const operation = makeArgumentsOperation(model, random);
          expect(validate(schema, parse(operation.query)).map(({ message }) => message)).toEqual([]);
          const rate = random.pick([0.3, 0.7, 1]);
          const refused = new Set(keptBack.filter(() => random.chance(rate)));
          const rows = makeRows(random);
          const others = changeRows(rows, refused, random);
          for (const [n, served] of engines.entries()) {
            if (n === 1 && i % 5 !== 0) continue;
            const caller = callerWithout(refused, `${i}`);
            state.rows = rows;
            state.looked.clear();
            const first = await ask(served, operation, caller);
            const looked = [...state.looked].filter((coordinate) => refused.has(coordinate));
            state.rows = others;
            const second = await ask(served, operation, caller);
            const context = JSON.stringify({ seed, n, operation, refused: [...refused] });
            expect({ context, looked, answer: second }).toEqual({ context, looked: [], answer: first });

            // And nothing is denied for an argument that did not look at what is refused.
            state.rows = rows;
            state.looked.clear();
            await ask(served, operation, callerWithout(new Set(), `${i} all`));
            const mayLook = [...state.looked].every((coordinate) => !refused.has(coordinate));
            const byArgument = first.errors.filter(({ extensions }) => extensions!['argument']);
            if (byArgument.length > 0) denied += 1;
            else if (state.looked.size > 0) found += 1;
            // A field that is refused itself hides what its arguments would have been.
            const isDenied = first.errors.length > 0;
            expect({ context, mayLook: mayLook || isDenied }).toEqual({ context, mayLook: true });
            // Rows that are not found have no field that could look.
            const atRoot = byArgument.filter(({ path }) => path!.length === 1);
            if (mayLook) expect({ context, atRoot }).toEqual({ context, atRoot: [] });
          }
        }
      } finally {
        await Promise.all(engines.map((served) => served[Symbol.asyncDispose]()));
        await department.close();
      }
    }
    process.stdout.write(
      `${CASES} cases, ${denied} denied by their arguments, ${found} that found by some\n`,
    );
    if (CASES >= 120) {
      expect(denied).toBeGreaterThan(CASES / 10);
      expect(found).toBeGreaterThan(CASES / 10);
    }
  },
);
