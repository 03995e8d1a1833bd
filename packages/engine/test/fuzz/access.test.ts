import type { GraphQLFormattedError } from 'graphql';
import { expect, test } from 'vitest';
import {
  type Caller,
  type ConditionalReads,
  createApolloEngine,
  createCompiledEngine,
} from '../../src/index.ts';
import { denialOf } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';
import { applyParts, readAnswer } from '../defer/apply-parts.ts';
import { addAccess } from './add-access.ts';
import { addDefers } from './add-defers.ts';
import { differenceOf, inOneOrder } from './compare.ts';
import { type JudgedAccess, judgeAccess, ModelRules, rulesIn } from './judge-access.ts';
import { createRandom, makeModel, type Random } from '@yiwang/testing/random-graph';
import { makeOperation, type Operation } from './make-operation.ts';
import { schemaOf } from './schema-of.ts';
import { authorize, startDepartments } from './start-world.ts';
import { World } from './world.ts';

/** More cases, or others: FUZZ_CASES=10000 FUZZ_SEED=x npx vitest run packages/engine/test/fuzz/access.test.ts */
const CASES = Number(process.env['FUZZ_CASES'] ?? 500);
const SEED = process.env['FUZZ_SEED'] ?? 'access';
const CASES_PER_GRAPH = 50;
/** A plan may fetch them for itself; what a client gets of them is compared with the rest of the answer. */
const KEY_NAMES = new Set(['id', 'code', 'number', 'spot', 'zone']);

type Coordinates = Map<string, Set<string>>;

/** A caller, and what was said of its reads to each department. */
function makeCaller(refused: ReadonlySet<string>, key: string) {
  const vouched: Coordinates = new Map();
  const caller: Caller = {
    key,
    // The engine itself asks whether any of several rules allows it.
    authorize: (rule) => (refused.has(rule.coordinate) || rule.anyOf ? denialOf(rule) : null),
    assertionFor(department, coordinates) {
      for (const one of coordinates) note(vouched, department, one);
      return 'a';
    },
  };
  return { caller, vouched };
}

function note(to: Coordinates, department: string, coordinate: string): void {
  to.set(department, (to.get(department) ?? new Set()).add(coordinate));
}

interface Received {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[] | undefined;
  reads?: ConditionalReads | undefined;
}

async function askCompiled(served: ServedEngine, operation: Operation, caller?: Caller): Promise<Received> {
  const answer = await served.engine.answer({ ...operation, caller });
  if (answer) return { ...answer, data: JSON.parse(answer.data) as unknown };
  return served.ask(operation.query, operation.variables, { caller });
}

async function askStock(served: ServedEngine, operation: Operation, caller?: Caller): Promise<Received> {
  let reads: ConditionalReads | undefined;
  const answer = await served.ask(operation.query, operation.variables, {
    caller,
    onReads: (read) => {
      reads = read;
    },
  });
  return { ...answer, reads };
}

test(
  `${CASES} operations over generated graphs with rules give away nothing that is refused, and everything else`,
  { timeout: 120_000 + CASES * 200 },
  async () => {
    let refusing = 0;
    let reading = 0;
    let wrong = 0;
    for (let done = 0; done < CASES; done += CASES_PER_GRAPH) {
      const seed = `${SEED}-${done}`;
      const random = createRandom(`${seed}-operations`);
      const world = new World(addAccess(makeModel(seed, createRandom(seed)), createRandom(`${seed}-rules`)));
      const departments = await startDepartments(world);
      const options = { timeoutMs: 10_000, overrideLabels: ['on'] };
      const compiled = await serveEngine(departments, createCompiledEngine, options);
      const isBeyondStock = world.model.usesContext || world.model.annotator !== null;
      const stock = isBeyondStock ? null : await serveEngine(departments, createApolloEngine, options);
      try {
        const schema = await schemaOf(compiled);
        const all = rulesIn(schema, world.model);
        for (let i = done; i < Math.min(done + CASES_PER_GRAPH, CASES); i++) {
          const operation = makeOperation(schema, random);
          const refused = new Set(pickSome(all, random));
          const engines = [
            { name: 'compiled', ask: (caller?: Caller) => askCompiled(compiled, operation, caller) },
            ...(stock
              ? [{ name: 'stock', ask: (caller?: Caller) => askStock(stock, operation, caller) }]
              : []),
          ];
          world.counter = 0;
          const expected = await judgeAccess(world, schema, operation, refused);
          if (expected.refused.size > 0) refusing += 1;
          if (expected.reads.size > 0) reading += 1;
          for (const { name, ask } of engines) {
            const fail = (difference: string): never => {
              throw new Error(
                `Graph ${seed}, ${name}\n${operation.query}\n${JSON.stringify(operation.variables)}\nrefused ${[...refused].join(' ')}\n${difference}`,
              );
            };
            const { caller, vouched } = makeCaller(refused, `${name}-${i}`);
            const asked = listen(world, refused);
            world.counter = 0;
            const received = await ask(caller);
            world.onAsked = null;
            if (asked.leaks.length > 0) fail(`departments were asked for ${asked.leaks.join(' ')}`);
            for (const [department, coordinates] of asked.conditional) {
              for (const one of coordinates) {
                if (!vouched.get(department)?.has(one)) fail(`nobody vouched to ${department} for ${one}`);
              }
            }
            const difference = differenceOfAccess(expected, received, name === 'stock');
            if (!difference) continue;
            // What goes wrong with nobody to judge goes wrong for other reasons.
            world.counter = 0;
            const right = await authorize(world, schema, operation.query, operation.variables);
            world.counter = 0;
            if (!differenceOf(right, await ask())) fail(difference);
            if (name === 'compiled') wrong += 1;
          }
        }
      } finally {
        await Promise.all([compiled, stock].map(async (served) => served?.[Symbol.asyncDispose]()));
        await Promise.all(departments.map((department) => department.close()));
      }
    }
    process.stdout.write(
      `${CASES} cases, ${refusing} with refusals, ${reading} that read conditional data\n`,
    );
    // The planner's own, with objects that do not tell their types: one in some thousands.
    expect(wrong).toBeLessThanOrEqual(1 + CASES / 1000);
    if (CASES >= 500) {
      expect(refusing).toBeGreaterThan(CASES / 5);
      expect(reading).toBeGreaterThan(CASES / 10);
    }
  },
);

const DEFERRED_CASES = Math.floor(CASES / 4);

test(
  `${DEFERRED_CASES} operations with @defer give away nothing that is refused, in whatever part`,
  { timeout: 120_000 + CASES * 100 },
  async () => {
    let whole = 0;
    for (let done = 0; done < DEFERRED_CASES; done += CASES_PER_GRAPH) {
      const seed = `${SEED}-defer-${done}`;
      const random = createRandom(`${seed}-operations`);
      // See defer.test.ts.
      const plain = makeModel(seed, createRandom(seed), { mayAnnotate: false });
      const world = new World(addAccess(plain, createRandom(`${seed}-rules`)));
      const departments = await startDepartments(world);
      const served = await serveEngine(departments, createCompiledEngine, { overrideLabels: ['on'] });
      try {
        const schema = await schemaOf(served);
        const all = rulesIn(schema, world.model);
        for (let i = done; i < Math.min(done + CASES_PER_GRAPH, DEFERRED_CASES); i++) {
          const operation = addDefers(makeOperation(schema, random), random);
          const refused = new Set(pickSome(all, random));
          const { caller } = makeCaller(refused, `${i}`);
          const fail = (difference: string): never => {
            throw new Error(
              `Graph ${seed}\n${operation.query}\n${JSON.stringify(operation.variables)}\nrefused ${[...refused].join(' ')}\n${difference}`,
            );
          };
          world.counter = 0;
          const expected = await judgeAccess(world, schema, operation, refused);
          const asked = listen(world, refused);
          world.counter = 0;
          const answer = await served.engine.answer({ ...operation, inParts: true, caller });
          if (!answer) return fail(JSON.stringify(await served.ask(operation.query)));
          const received = await readAnswer(answer);
          world.onAsked = null;
          if (asked.leaks.length > 0) fail(`departments were asked for ${asked.leaks.join(' ')}`);
          const errors = [...received.errors, ...received.later.flat().flatMap((part) => part.errors)];
          for (const error of errors.filter(isRefusal)) {
            if (!expected.refused.has(refusalText(error))) fail(`a refusal too many: ${refusalText(error)}`);
          }
          // Where nothing is lost to a null, the parts together are the answer without @defer.
          if (errors.some((error) => !isRefusal(error)) || expected.errors.length > 0) continue;
          if (expected.lostToRefusal) continue;
          whole += 1;
          const [wanted, got] = [expected, { data: applyParts(received) }].map((one) =>
            JSON.stringify(inOneOrder(one).data),
          );
          if (wanted !== got) fail(`data\n  expected ${wanted}\n  received ${got}`);
        }
      } finally {
        await served[Symbol.asyncDispose]();
        await Promise.all(departments.map((department) => department.close()));
      }
    }
    process.stdout.write(`${DEFERRED_CASES} cases, ${whole} compared as a whole\n`);
    if (DEFERRED_CASES >= 100) expect(whole).toBeGreaterThan(DEFERRED_CASES / 10);
  },
);

function pickSome(all: readonly string[], random: Random): string[] {
  const rate = random.pick([0, 0.2, 0.5, 1]);
  return all.filter(() => random.chance(rate));
}

/** What departments are asked for from now on: of what is refused, and of conditional data by department. */
function listen(world: World, refused: ReadonlySet<string>) {
  const rules = new ModelRules(world.model);
  const leaks: string[] = [];
  const conditional: Coordinates = new Map();
  world.onAsked = ({ id }, type, name, department) => {
    if (KEY_NAMES.has(name)) return;
    // A department that knows an interface as an object does not know what it is asked about.
    const types = type === 'Thing' ? [type, id.split('.')[0]!] : [type];
    for (const coordinate of types.map((one) => `${one}.${name}`)) {
      if (refused.has(coordinate)) leaks.push(coordinate);
    }
    if (rules.isConditional(`${type}.${name}`)) note(conditional, department, `${type}.${name}`);
  };
  return { leaks, conditional };
}

function differenceOfAccess(expected: JudgedAccess, received: Received, isStock: boolean): string | null {
  const refusals = (received.errors ?? []).filter(isRefusal);
  const others = (received.errors ?? []).filter((error) => !isRefusal(error));
  const told = refusals.map(refusalText);
  const wanted = [...expected.refused].sort().join(' ');
  if (told.sort().join(' ') !== wanted) return `refusals\n  expected ${wanted}\n  received ${told.join(' ')}`;
  const reads = [...expected.reads].sort().join(' ');
  const read = received.reads?.fields.join(' ') ?? '';
  if (read !== reads) return `reads\n  expected ${reads}\n  received ${read}`;
  const [wantedData, gotData] = isStock
    ? [inOneOrder(expected), inOneOrder(received)].map(({ data }) => JSON.stringify(data))
    : [expected, received].map(({ data }) => JSON.stringify(data));
  if (wantedData !== gotData) {
    return `data\n  expected ${wantedData}\n  received ${gotData}\n  errors ${JSON.stringify(received.errors)}`;
  }
  // What a refusal took along explains itself; every other null has its own error, and no error is of anything else.
  const isExplained = ({ path }: { path?: readonly (string | number)[] | undefined }) =>
    refusals.some((denial) => isBeside(denial.path!, path ?? [], received.data));
  if (isStock) return null;
  return differenceOf(
    {
      data: null,
      errors: expected.errors.filter((error) => !isExplained(error)).map(placeIn(expected.data)),
    },
    { data: null, errors: others.filter((error) => !isExplained(error)).map(placeIn(received.data)) },
  );
}

/** Stands for the data of {@link differenceOf}: the topmost null on the way is the whole path. */
function placeIn(data: unknown) {
  return ({ path = [] }: { path?: readonly (string | number)[] | undefined }) => ({
    path: [JSON.stringify(nullOn(data, path))],
  });
}

/** The way to the topmost null on a path. */
function nullOn(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, part] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, depth);
    value = Object.hasOwn(value, part) ? (value as never)[part] : undefined;
  }
  return path;
}

/** True when both are lost in one null, lists taken as one place. */
function isBeside(
  denial: readonly (string | number)[],
  path: readonly (string | number)[],
  data: unknown,
): boolean {
  const lost = nullOn(data, path);
  const names = (parts: readonly (string | number)[]) => parts.filter((part) => typeof part === 'string');
  const [inner, outer] = [names(denial), names(lost)];
  return outer.every((name, i) => inner[i] === name);
}

/** As JudgedAccess has it. */
function refusalText({ path, extensions }: GraphQLFormattedError): string {
  return JSON.stringify([extensions!['coordinate'], ...path!.filter((part) => typeof part === 'string')]);
}

function isRefusal({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'UNAUTHORIZED_FIELD';
}
