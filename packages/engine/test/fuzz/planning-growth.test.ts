import { isPublicError } from '@yiwang/errors';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { composeSupergraph } from '@yiwang/composition';
import { createCompiledEngine, type Engine } from '../../src/index.ts';

/** Even a busy machine plans a few kilobytes in a fraction of it, unless time grows faster than the text. */
const LIMIT_MS = 5_000;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n`;
const TYPES = Array.from({ length: 12 }, (_, i) => `T${i}`);
const SDL = {
  a: `scalar JSON
    input In { in: In ins: [In!] json: JSON lists: [[[Int]]] }
    interface Node { id: ID! f(json: JSON, in: In, lists: [[[Int]]]): Int next: Node a: A }
    union Any = ${TYPES.join(' | ')}
    type Query { a: A @shareable node: Node any: Any f(json: JSON, in: In, lists: [[[Int]]]): Int }
    type A @key(fields: "id") { id: ID! f(json: JSON, in: In, lists: [[[Int]]]): Int a: A many: A @shareable node: Node any: Any }
    ${TYPES.map(
      (type) => `type ${type} implements Node @key(fields: "id") {
        id: ID! f(json: JSON, in: In, lists: [[[Int]]]): Int next: Node a: A }`,
    ).join('\n')}`,
  b: `type Query { a: A @shareable }
    type A @key(fields: "id") { id: ID! b: Int many: A @shareable }
    ${TYPES.map((type) => `type ${type} @key(fields: "id") { id: ID! more(x: Int): Int }`).join('\n')}`,
  c: `type Query { c: Int } type A @key(fields: "id") { id: ID! c: Int many: A @shareable }`,
};

let engine: Engine;
let faults: string[];
beforeAll(async () => {
  faults = [];
  engine = await createCompiledEngine({
    supergraphSdl: composeSupergraph(
      // No operation gets so far as to be sent.
      Object.entries(SDL).map(([name, sdl]) => ({ name, url: 'http://127.0.0.1:9', sdl: LINK + sdl })),
    ).supergraphSdl,
    timeoutMs: 100,
    answerLimitBytes: 1000,
    connections: 1,
    onSubgraphFault: () => {},
    planner: { timeoutMs: LIMIT_MS },
    onPlannerFault: ({ message }) => faults.push(message),
  });
});
afterAll(() => engine.stop());
beforeEach(() => void faults.splice(0));

/** What may stand around a value, by the type that is expected; the number is how deep the limits let it nest. */
const JSON_VALUES = ['[@]', '[@, @@]', '{ a: @ }', '[{ a: @ }]', '{ a: @, b: @@ }', '{ a: [@@, @] }'];
const INPUTS = [
  '{ in: @ }',
  '{ ins: @ }',
  '{ ins: [@] }',
  '{ in: @, ins: [{}] }',
  '{ json: [[[1]]], in: @ }',
];
const A_SELECTIONS = [
  'a { b @ }',
  'a { b c f @ }',
  '... on A { @ }',
  '... { b @ }',
  '... @include(if: $v) { c @ }',
  '... on A @skip(if: $w) { a { @ } }',
  'node { a { b } } @',
  'a { node { next { a { c } } } @ }',
];
const NODE_SELECTIONS = [
  'next { id @ }',
  '... on T1 { more @ }',
  '... on Node { id @ }',
  '... { ... on T1 { more } ... on T2 { more } @ }',
  '... on T3 { next { @ } }',
  '... @include(if: $v) { a { b c } @ }',
];

const pattern = (wrappers: readonly string[]) =>
  fc.array(fc.constantFrom(...wrappers), { minLength: 1, maxLength: 3 });

/** The pattern around itself, so many times over. */
function nested(wrappers: readonly string[], times: number, core: string): string {
  let text = core;
  for (let n = times - 1; n >= 0; n--) {
    text = wrappers[n % wrappers.length]!.replaceAll('@@', core).replace('@', () => text);
  }
  return text;
}

const value = fc.oneof(
  fc
    .tuple(pattern(JSON_VALUES), fc.integer({ min: 1, max: 60 }), fc.constantFrom('1', '"x"', '$json'))
    .map(([wrappers, times, core]) => `json: ${nested(wrappers, times, core)}`),
  fc
    .tuple(pattern(INPUTS), fc.integer({ min: 1, max: 60 }), fc.constantFrom('{}', '{ json: [[[$json]]] }'))
    .map(([wrappers, times, core]) => `in: ${nested(wrappers, times, core)}`),
);

const selection = fc.oneof(
  value.map((given) => `f(${given})`),
  value.map((given) => `a { f(${given}) }`),
  fc
    .tuple(pattern(A_SELECTIONS), fc.integer({ min: 1, max: 10 }))
    .map(([wrappers, times]) => `a { b ${nested(wrappers, times, 'id')} }`),
  fc
    .tuple(pattern(NODE_SELECTIONS), fc.integer({ min: 1, max: 10 }))
    .map(([wrappers, times]) => `node { id ${nested(wrappers, times, 'id')} }`),
);

/** Each selection beside itself, under names of its own, by way of fragments or not. */
const operation = fc
  .tuple(fc.array(selection, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([selections, times, inFragments]) => {
    const parts = Array.from({ length: times }, (_, n) =>
      selections.map((one, i) => `s${n}_${i}: ${one}`).join(' '),
    );
    const used = ['v', 'w'].map((name) => `$${name}: Boolean! = true`).join(' ');
    const uses = 't: __typename @include(if: $v) u: __typename @include(if: $w) j: f(json: $json)';
    const head = `query(${used} $json: JSON = [[[[1]]]]) {`;
    if (!inFragments) return `${head} ${uses} ${parts.join(' ')} }`;
    const spreads = parts.map((_, n) => `...F${n}`).join(' ');
    return `${head} ${uses} ${spreads} } ${parts.map((part, n) => `fragment F${n} on Query { ${part} }`).join(' ')}`;
  });

/** Plans, or is refused by a count of steps, not by the clock. */
async function plan(query: string): Promise<void> {
  try {
    await engine.answer({ query });
  } catch (error) {
    if (!isPublicError(error)) throw error;
  }
  expect(faults).toEqual([]);
}

test('planning takes no time that grows exponentially, whatever is nested and repeated', async () => {
  await fc.assert(
    fc.asyncProperty(operation, (query) => plan(query)),
    { numRuns: 60, endOnFailure: true },
  );
  // Most of what was made is valid, and came to the planner.
  expect(engine.planning!.planned).toBeGreaterThan(30);
});

test.each([
  ['lists in a scalar', `{ f(json: ${'['.repeat(90)}1${']'.repeat(90)}) }`],
  ['lists around a variable', `query($json: JSON) { f(json: ${'['.repeat(90)}$json${']'.repeat(90)}) }`],
  ['lists of objects', `{ f(json: ${'[{ a: '.repeat(45)}1${'}]'.repeat(45)}) }`],
  ['lists in a default', `query($json: JSON = ${'['.repeat(90)}1${']'.repeat(90)}) { f(json: $json) }`],
  [
    'a field that several departments have, in itself',
    `{ ${'a { many { b c '.repeat(9)} f ${'}'.repeat(18)} }`,
  ],
])('%s, as deep as the limits allow, are planned or refused at once', async (_, query) => {
  const { planned } = engine.planning!;
  const start = performance.now();
  await plan(query);

  expect(performance.now() - start).toBeLessThan(LIMIT_MS);
  expect(engine.planning!.planned).toBe(planned + 1);
});
