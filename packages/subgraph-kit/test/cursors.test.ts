import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@yiwang/service/logging';
import fc from 'fast-check';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectionResolvers } from '../src/pages/connection-resolvers.ts';
import { CursorSeal, openCursorSeal } from '../src/pages/cursor-seal.ts';
import { defineKeyset } from '../src/pages/keyset.ts';
import type { PageArguments } from '../src/pages/page.ts';
import { buildSchema } from '../src/serve/build-schema.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-cursors-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((one) => Buffer.from(one));

test('a cursor opens to what was sealed with its key, department and binding, and to nothing otherwise', () => {
  fc.assert(
    fc.property(
      bytes(32),
      bytes(32),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.nat(),
      (secret, binding, text, at) => {
        const seal = new CursorSeal([secret], 'land');
        const cursor = seal.seal(text, binding);
        expect(seal.open(cursor, binding)).toBe(text);
        expect(new CursorSeal([secret], 'land').seal(text, binding)).toBe(cursor);
        expect(new CursorSeal([randomBytes(32), secret], 'land').open(cursor, binding)).toBe(text);
        const foreign = Buffer.from(binding);
        foreign[at % 32]! ^= 1;
        expect(seal.open(cursor, foreign)).toBeNull();
        expect(new CursorSeal([secret], 'tax').open(cursor, binding)).toBeNull();
        expect(new CursorSeal([randomBytes(32)], 'land').open(cursor, binding)).toBeNull();
        const changed = Buffer.from(cursor, 'base64url');
        changed[at % changed.length]! ^= 1 << (at % 8);
        expect(seal.open(changed.toString('base64url'), binding)).toBeNull();
        for (const other of [`${cursor}=`, ` ${cursor}`, cursor.slice(0, -4), '', cursor + cursor]) {
          expect(seal.open(other, binding)).toBeNull();
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('the length of a cursor does not tell the length of short values', () => {
  const seal = CursorSeal.ofProcess();
  const lengths = ['', 'a', 'a'.repeat(31)].map((text) => seal.seal(text, Buffer.alloc(32)).length);
  expect(new Set(lengths).size).toBe(1);
});

const byName = defineKeyset('people', ['text', 'text']);

interface Person {
  id: string;
  name: string;
}
const PEOPLE: Person[] = [
  { id: '1', name: '王小明' },
  { id: '2', name: '张三' },
];

const schema = (() => {
  const list = (_parent: unknown, { after }: PageArguments) => {
    const from = after == null ? null : byName.decode(after);
    const rows = PEOPLE.filter(({ name }) => from === null || name > from[0]!);
    return { rows, hasNextPage: false, countAll: async () => rows.length };
  };
  return buildSchema(new URL('fixtures/cursors.graphql', import.meta.url), {
    Query: {
      people: list,
      others: async (...given: [unknown, PageArguments]) => list(...given),
      house: (_: unknown, house: object) => house,
    },
    House: { people: list },
    PersonConnection: connectionResolvers<Person>(({ name, id }) => byName.encode([name, id])),
  });
})();

const seal = CursorSeal.ofProcess();

async function ask(source: string, variableValues: Record<string, unknown> = {}) {
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues,
    contextValue: { cursorSeal: seal },
  });
  return { data: JSON.parse(JSON.stringify(data ?? null)), code: errors?.[0]?.extensions['code'] };
}

describe('a cursor of a list', () => {
  const LISTS = {
    plain: 'people(after: $after)',
    smaller: 'people(first: 1, after: $after)',
    filtered: 'people(filter: { name: "三" }, after: $after)',
    otherwise: 'people(filter: { name: "四" }, after: $after)',
    ordered: 'people(by: AGE, after: $after)',
    others: 'others(after: $after)',
    house1: 'house(id: "1") { people(after: $after) PEOPLE }',
    house2: 'house(id: "2") { people(after: $after) PEOPLE }',
  };
  const query = (list: string) =>
    `query ($after: String) { ${list.includes('PEOPLE') ? list.replace(' PEOPLE', ' { edges { cursor } pageInfo { endCursor } }') : `${list} { edges { cursor } pageInfo { endCursor } }`} }`;
  const endOf = (data: object): string => /"endCursor":"([\w-]+)"/.exec(JSON.stringify(data))![1]!;

  test('shows nothing of the values that the list is sorted by', async () => {
    const { data } = await ask(query(LISTS.plain));
    for (const { cursor } of data.people.edges) {
      const text = Buffer.from(cursor, 'base64url').toString('latin1');
      for (const value of ['people', '王', '三'])
        expect(text).not.toContain(Buffer.from(value).toString('latin1'));
    }
    expect(data.people.pageInfo.endCursor).toBe(data.people.edges[1].cursor);
    expect((await ask(query(LISTS.plain))).data).toEqual(data);
  });

  test('is refused by every other list, parent, filter and order, and not for another size of the page', async () => {
    const names = Object.keys(LISTS) as (keyof typeof LISTS)[];
    for (const from of names) {
      const after = endOf((await ask(query(LISTS[from]))).data);
      for (const to of names) {
        const isSame = from === to || [from, to].sort().join() === 'plain,smaller';
        expect([from, to, (await ask(query(LISTS[to]), { after })).code]).toEqual([
          from,
          to,
          isSame ? undefined : 'MALFORMED_CURSOR',
        ]);
      }
    }
  });

  test('that somebody wrote as cursors were written before is refused', async () => {
    const after = byName.encode(['a', '1']);
    expect(await ask(query(LISTS.plain), { after })).toMatchObject({ code: 'MALFORMED_CURSOR' });
  });

  test('is the same for a filter that is null as for one that is left out', async () => {
    const after = endOf((await ask(query(LISTS.plain))).data);
    expect((await ask(query('people(filter: null, after: $after)'), { after })).code).toBeUndefined();
  });
});

describe('the key of cursors', () => {
  const logger = createLogger('test', 'silent');
  const open = (file: string, mustBeGiven = true) => openCursorSeal(file, 'land', mustBeGiven, logger);

  test('must be given where others have to read them', async () => {
    await expect(open('')).rejects.toThrow('CURSOR_KEY must name a file');
    await expect(open('', false)).resolves.toBeInstanceOf(CursorSeal);
  });

  test('may be replaced: a former one still opens', async () => {
    const [former, next] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64url'));
    const file = join(folder, 'cursors.key');
    const binding = Buffer.alloc(32);
    await writeFile(file, `${former}\n`);
    const cursor = (await open(file)).seal('x', binding);
    await writeFile(file, `${next}\n${former}\n`);
    const later = await open(file);
    expect(later.open(cursor, binding)).toBe('x');
    expect(later.seal('x', binding)).not.toBe(cursor);
  });

  test('is read again while the department runs, and a file that holds no key changes nothing', async () => {
    const [former, next] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64url'));
    const file = join(folder, 'followed.key');
    const binding = Buffer.alloc(32);
    await writeFile(file, `${former}\n`);
    using seal = await open(file);
    const cursor = seal.seal('x', binding);
    await writeFile(file, `${next}\n${former}\n`);
    await expect.poll(() => seal.seal('x', binding), { timeout: 20_000 }).not.toBe(cursor);
    expect(seal.open(cursor, binding)).toBe('x');

    const later = seal.seal('x', binding);
    await writeFile(file, 'no key');
    await sleep(1_500);
    expect(seal.seal('x', binding)).toBe(later);
    await writeFile(file, `${next}\n`);
    await expect.poll(() => seal.open(cursor, binding), { timeout: 20_000 }).toBeNull();
    expect(seal.open(later, binding)).toBe('x');
  });

  test.each([
    ['no file', null],
    ['nothing', '\n'],
    ['a key too short', randomBytes(31).toString('base64url')],
    ['a key too long', randomBytes(33).toString('base64url')],
    ['no base64url', '*'.repeat(43)],
  ])('is refused with the name of the setting and the file when it is %s', async (_what, text) => {
    const file = join(folder, `broken-${Math.random()}`);
    if (text !== null) await writeFile(file, text);
    await expect(open(file)).rejects.toThrow(`CURSOR_KEY: ${file}`);
  });
});
