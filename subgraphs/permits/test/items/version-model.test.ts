import { UserErrors } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS, RIGHTS } from '../../src/department.ts';
import type { ItemVersionState } from '../../src/items/item-tables.ts';
import { createItemCommands } from '../../src/items/versions/item-commands.ts';
import { FOOD, fillRegister } from '../fixture.ts';
import { CONTENT } from './open-items.ts';

// Whatever officials do in whatever order, the database holds what a model of a few lines says, and its history tells how it came to it.

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await fillRegister(database);
});
afterAll(() => database[Symbol.asyncDispose]());

const OFFICIALS = ['wang', 'zhao', 'li'];

interface Action {
  /** Whether it is the step that comes next, so that most runs come to a published version. */
  isNext: boolean;
  kind: 'draft' | 'submit' | 'return' | 'publish';
  official: string;
  /** Whether the revision is the one that the official sees. */
  isStale: boolean;
  /** Whether the command before is sent again with its key. */
  isRepeat: boolean;
}

const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('draft', 'submit', 'return', 'publish'),
    official: fc.constantFrom(...OFFICIALS),
    isNext: fc.nat(9).map((drawn) => drawn < 6),
    isStale: fc.nat(9).map((drawn) => drawn === 0),
    isRepeat: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

interface Model {
  version: number;
  state: ItemVersionState;
  revision: number;
  editors: Set<string>;
}

/** What an action does to the model: the code of its error, or null. */
function act(versions: Model[], { kind, official, isStale }: Action): string | null {
  const open = versions.find(({ state }) => state === 'DRAFT' || state === 'IN_REVIEW');
  if (kind === 'draft' && !open) {
    if (isStale) return 'WRONG_STATE';
    versions.push({
      version: versions.length + 1,
      state: 'DRAFT',
      revision: 1,
      editors: new Set([official]),
    });
    return null;
  }
  const row = open ?? versions.at(-1);
  if (!row) return 'UNKNOWN_VERSION';
  if (row.state !== (kind === 'draft' || kind === 'submit' ? 'DRAFT' : 'IN_REVIEW')) return 'WRONG_STATE';
  if (isStale) return 'STALE_REVISION';
  if (kind === 'publish' && row.editors.has(official)) return 'OWN_VERSION';
  if (kind === 'draft') row.editors.add(official);
  if (kind === 'submit') row.state = 'IN_REVIEW';
  if (kind === 'return') row.state = 'DRAFT';
  if (kind === 'publish') {
    for (const other of versions) if (other.state === 'PUBLISHED') other.state = 'SUPERSEDED';
    row.state = 'PUBLISHED';
  }
  row.revision += 1;
  return null;
}

function nextOf(open: Model | undefined): Action['kind'] {
  if (!open) return 'draft';
  return open.state === 'DRAFT' ? 'submit' : 'publish';
}

test('whatever officials do, versions are what the model says, and their history leads to where they stand', async () => {
  const commands = createItemCommands(database.service.db, { check: async () => [] });
  let keys = 0;
  let published = 0;
  await fc.assert(
    fc.asyncProperty(actions, async (steps) => {
      await database.sql`truncate item_versions, item_version_events`;
      const model: Model[] = [];
      for (const drawn of steps) {
        const open = model.find(({ state }) => state === 'DRAFT' || state === 'IN_REVIEW');
        const step = drawn.isNext ? { ...drawn, kind: nextOf(open) } : drawn;
        const row = open ?? model.at(-1);
        const seen = (row?.revision ?? 1) + (step.isStale ? 1 : 0);
        const revision = step.kind === 'draft' && !open && !step.isStale ? null : seen;
        const key = `model-${(keys += 1)}`;
        const run = () => send(step, row?.version ?? 1, revision, key);
        const expected = act(model, step);
        expect(await run()).toBe(expected);
        // What was done is not done again, and what was rejected is rejected again.
        if (step.isRepeat) expect(await run()).toBe(expected);
      }
      const rows = await database.sql`
        select version, state, revision, editors from item_versions where item_code = ${FOOD} order by 1`;
      expect(rows).toEqual(model.map((one) => ({ ...one, editors: [...one.editors] })));
      const ends = await database.sql`
        select distinct on (version) version, "to" as state, count(*) over (partition by version)::int as events
        from item_version_events order by version, id desc`;
      expect(ends).toEqual(
        model.map(({ version, state, revision }) => ({
          version,
          state,
          // Each revision is one event, and being superseded is one more.
          events: revision + (state === 'SUPERSEDED' ? 1 : 0),
        })),
      );
      const [item] = await database.sql`
        select jsonb_array_length(steps) as steps from service_items where code = ${FOOD}`;
      if (model.some(({ state }) => state === 'PUBLISHED')) {
        expect(item!['steps']).toBe(2);
        published += 1;
      }
    }),
    { numRuns: 30 },
  );
  // The runs are no walk along errors.
  expect(published).toBeGreaterThan(5);

  async function send(
    { kind, official }: Action,
    version: number,
    revision: number | null,
    idempotencyKey: string,
  ) {
    const caller = {
      client: 'permits-desk',
      user: official,
      department: 'permits',
      scopes: ['items:edit', 'items:publish'],
    };
    const keyed = { item: FOOD, idempotencyKey };
    const args = { ...keyed, version, revision: revision ?? 1 };
    try {
      if (kind === 'draft') {
        await commands.draft(caller, { ...keyed, content: { ...CONTENT, prefill: null }, revision });
      } else if (kind === 'submit') await commands.submit(caller, args);
      else if (kind === 'return') await commands.sendBack(caller, { ...args, reason: '补充' });
      else await commands.publish(caller, args);
      return null;
    } catch (error) {
      if (error instanceof UserErrors) return error.userErrors[0]!.code;
      throw error;
    }
  }
});
