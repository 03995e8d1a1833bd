import { afterEach, expect, test } from 'vitest';
import {
  createChooseOverrides,
  labelsOf,
  type OverrideLabels,
} from '../../src/planning/progressive-override.ts';
import { createCompiledEngine, type EngineOptions } from '../../src/index.ts';
import { startDepartment } from '@yiwang/testing/small-graph';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

/** Two departments that answer the same fields, each with its own name. */
const entity = (name: string) => ({
  __resolveReference: (reference: object) => reference,
  status: () => name,
  area: () => name,
  owner: () => name,
});

let close: () => Promise<void> = async () => {};
afterEach(() => close());

async function serve(label: string, options: Partial<EngineOptions> = {}): Promise<ServedEngine> {
  const before = await startDepartment(
    'before',
    `type Query { parcel: Parcel count: Int }
     type Parcel @key(fields: "number") { number: ID! status: String area: String owner: String }`,
    { Query: { parcel: () => ({ number: 'p' }), count: () => 1 }, Parcel: entity('before') },
  );
  const after = await startDepartment(
    'after',
    `type Parcel @key(fields: "number") {
       number: ID!
       status: String @override(from: "before", label: "${label}")
       area: String @override(from: "before", label: "${label}")
     }`,
    { Parcel: entity('after') },
  );
  const departments = [before, after];
  const served = await serveEngine(departments, createCompiledEngine, { timeoutMs: 10_000, ...options });
  close = async () => {
    await served[Symbol.asyncDispose]();
    await Promise.all(departments.map((department) => department.close()));
  };
  return served;
}

const planned = ({ engine }: ServedEngine) => engine.planning!.planned;

test.each([
  ['percent(100)', [], 'after'],
  ['percent(0)', [], 'before'],
  ['percent(0)', ['percent(0)'], 'before'],
  ['new-register', [], 'before'],
  ['new-register', ['new-register'], 'after'],
  ['new-register', ['another', 'new'], 'before'],
])(
  'with the label %s and the setting %j a field is answered by the department %s',
  async (label, active, by) => {
    const served = await serve(label, { overrideLabels: active });

    expect(await served.ask('{ parcel { status owner area } }')).toEqual({
      data: { parcel: { status: by, owner: 'before', area: by } },
    });
  },
);

test('of fields with one label, in one request, all are answered by one department', async () => {
  const served = await serve('percent(50)');
  const answers = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const { data } = await served.ask('{ parcel { status area } }');
    answers.add(JSON.stringify(data!['parcel']));
  }

  expect([...answers].sort()).toEqual([
    '{"status":"after","area":"after"}',
    '{"status":"before","area":"before"}',
  ]);
  expect(planned(served)).toBe(2);
});

test('an operation that meets no label has one plan', async () => {
  const served = await serve('percent(50)');
  for (let i = 0; i < 20; i++) await served.ask('{ count parcel { owner } }');

  expect(planned(served)).toBe(1);
});

const MANY: OverrideLabels = {
  labels: new Map(Array.from({ length: 12 }, (_, i) => [`f${i}`, [`percent(${5 + i * 8})`]])),
  needs: new Map([
    ['made', ['step']],
    ['step', ['f3']],
  ]),
  always: [],
};

test('each label holds about as often as it says, alone and among many', () => {
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (const query of ['{ f1 f9 }', '{ f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 }']) {
    const draw = createChooseOverrides(MANY, new Set(), random)!;
    const times = new Map<string, number>();
    const variants = new Set<string>();
    for (let i = 0; i < 20_000; i++) {
      const drawn = draw(query);
      variants.add(drawn.join());
      for (const label of drawn) times.set(label, (times.get(label) ?? 0) + 1);
    }
    expect(times.get('percent(13)')! / 20_000).toBeCloseTo(0.13, 1);
    expect(times.get('percent(77)')! / 20_000).toBeCloseTo(0.77, 1);
    // Never 4096.
    expect(variants.size).toBeLessThanOrEqual(13);
  }
});

test('a label is met by way of what a field requires, and what that requires', () => {
  expect(labelsOf(MANY, ['made'])).toEqual(['percent(29)']);
  expect(labelsOf(MANY, ['other'])).toEqual([]);
});
