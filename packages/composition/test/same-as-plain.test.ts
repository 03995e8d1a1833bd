import { expect, test } from 'vitest';
import { checkSubgraphs, type SubgraphInput } from '../src/index.ts';
import { GraphMemory } from '../src/check/graph-memory.ts';
import { composeOurs, composePlainly, type Outcome, parses } from './support/compose-plainly.ts';
import { damage, randomGraph } from './support/random-graphs.ts';

/** More graphs, or others: COMPOSITION_GRAPHS=1000 COMPOSITION_SEED=x npx vitest run packages/composition */
const GRAPHS = Number(process.env['COMPOSITION_GRAPHS'] ?? 8);
const SEED = process.env['COMPOSITION_SEED'] ?? 'yiwang';
const STEPS = 8;

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

const subgraph = (name: string, types: string): SubgraphInput => ({
  name,
  url: `http://${name}.example/graphql`,
  sdl: `${LINK}\n${types}`,
});

/** When there are faults, hints are not told. */
const told = (outcome: Outcome): Outcome => (outcome.errors.length > 0 ? { ...outcome, hints: [] } : outcome);

test(
  'random graphs that change again and again, whole or damaged, compose to the same bytes, hints and errors as without memory and short paths',
  { timeout: 300_000 },
  async () => {
    const seen = { composed: 0, failed: 0 };
    for (let graphNumber = 0; graphNumber < GRAPHS; graphNumber += 1) {
      const { subgraphs, random } = randomGraph(`${SEED} ${graphNumber}`);
      const memory = new GraphMemory();
      let graph = subgraphs;
      for (let step = 0; step < STEPS; step += 1) {
        const old = random.pick(graph);
        const proposed = { ...old, sdl: step === 0 ? old.sdl : damage(old.sdl, random) };
        if (!parses(proposed.sdl)) continue;
        const after = graph.map((one) => (one === old ? proposed : one));

        const plain = told(composePlainly(after));
        const { supergraphSdl, hints, faults } = await checkSubgraphs(graph, [proposed], null, {}, memory);
        const errors = faults.map(({ code, message }) => `${code}: ${message}`);

        const which = `graph ${graphNumber}, step ${step}`;
        expect(composeOurs(after), which).toEqual(plain);
        expect({ supergraphSdl, hints, errors }, which).toEqual(plain);
        seen[plain.errors.length > 0 ? 'failed' : 'composed'] += 1;
        if (plain.errors.length === 0 || random.chance(0.1)) graph = after;
      }
    }
    // Else the test would say nothing.
    expect(seen.composed).toBeGreaterThan(GRAPHS);
    expect(seen.failed).toBeGreaterThan(GRAPHS / 2);
  },
);

/** Type `i` belongs to one of three departments and leads to the next, so that queries go deep. */
function chain(length: number, last: string): SubgraphInput[] {
  const types = (department: number) =>
    Array.from({ length }, (_, index) => index)
      .filter((index) => index % 3 === department || (index + 2) % 3 === department)
      .map((index) =>
        index % 3 === department
          ? `type T${index} @key(fields: "id") { id: ID! next: T${(index + 1) % length} ${index === length - 1 ? last : ''} }`
          : `type T${index} @key(fields: "id") { id: ID! }`,
      )
      .join('\n');
  return [0, 1, 2].map((department) =>
    subgraph(`d${department}`, `${department === 0 ? 'type Query { start: T0 }' : ''}\n${types(department)}`),
  );
}

test('a fault at the end of a path through 90 types is told with the whole path', () => {
  const graph = [
    ...chain(90, 'lost: Lost @shareable'),
    subgraph('lost', 'type Lost { found: String id: ID @shareable }'),
  ].map((one) => (one.name === 'd2' ? { ...one, sdl: `${one.sdl}\ntype Lost { id: ID @shareable }` } : one));

  const ours = composeOurs(graph);

  expect(ours.errors).toHaveLength(1);
  expect(ours.errors[0]!.match(/next \{/g)!.length).toBe(89);
  expect(ours).toEqual(told(composePlainly(graph)));
});

test('mutations that several departments answer are judged department by department, as ever', () => {
  const result = 'type Mutation { change: Result @shareable } type Result { ok: Boolean @shareable';
  const graph = (ofB: string) => [
    subgraph('a', `type Query { q: Int } ${result} a: Int @shareable }`),
    subgraph('b', `${result} ${ofB} }`),
  ];

  for (const ofB of ['', 'a: Int @shareable', 'b: Int']) {
    expect(composeOurs(graph(ofB)), ofB).toEqual(told(composePlainly(graph(ofB))));
  }
  // Each lacks what the other alone has.
  expect(composeOurs(graph('b: Int')).errors.join()).toContain(
    'without needing to call that field from multiple',
  );
});

test('a shared field with other runtime types in another department is a hint with the query that shows it', () => {
  const types = (members: string) =>
    `type Query { start: Deep @shareable } type Deep @shareable { pet: Pet } union Pet = ${members} type Cat @shareable { name: String } type Dog @shareable { name: String }`;
  const graph = [subgraph('a', types('Cat | Dog')), subgraph('b', types('Cat'))];

  const ours = composeOurs(graph);

  expect(ours.hints.join('\n')).toContain('INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN');
  expect(ours).toEqual(composePlainly(graph));
});
