import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { RequestBatcher } from '../src/loaders/batch-across-requests.ts';
import { createLoadersByArguments } from '../src/loaders/loaders-by-arguments.ts';
import { createPageLoader } from '../src/loaders/page-loader.ts';
import { createRowLoader } from '../src/loaders/row-loader.ts';

/** A database that answers when it is told to. */
class Statements {
  readonly sent: { keys: string[]; answer: () => void; fail: (error: unknown) => void }[] = [];

  readonly read = (keys: string[]) =>
    new Promise<Map<string, string>>((resolve, reject) => {
      const answer = () => resolve(new Map(keys.map((key) => [key, `row ${key}`])));
      this.sent.push({ keys, answer, fail: reject });
    });

  get keys(): string[][] {
    return this.sent.map(({ keys }) => keys);
  }
}

const manyKeys = (from: number, count: number) => Array.from({ length: count }, (_, i) => String(from + i));

test('what is asked for at the same moment is one statement, which asks for each key once', async () => {
  const batcher = new RequestBatcher<Map<string, string>>();
  const database = new Statements();
  const first = batcher.read('', ['a', 'b'], database.read);
  const second = batcher.read('', ['b', 'c'], database.read);
  await turnOfTheLoop();

  expect(database.keys).toEqual([['a', 'b', 'c']]);
  database.sent[0]!.answer();
  expect((await first).get('b')).toBe('row b');
  expect((await second).get('c')).toBe('row c');
});

test('while four statements are under way, others wait and are sent together', async () => {
  const batcher = new RequestBatcher<Map<string, string>>();
  const database = new Statements();
  const asked = [];
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
    asked.push(batcher.read('', [key], database.read));
    await turnOfTheLoop();
  }
  expect(database.keys).toEqual([['a'], ['b'], ['c'], ['d']]);

  database.sent[1]!.answer();
  await turnOfTheLoop();
  await turnOfTheLoop();
  expect(database.keys.slice(4)).toEqual([['e', 'f']]);
  database.sent[4]!.answer();
  expect((await asked[5])!.get('f')).toBe('row f');
});

test('a statement that was sent is not joined, so that what was committed before somebody asked is seen', async () => {
  const batcher = new RequestBatcher<string>();
  let committed = 'old';
  const read = async () => {
    const seen = committed;
    await turnOfTheLoop();
    return seen;
  };
  const before = batcher.read('', ['a'], read);
  await turnOfTheLoop();
  committed = 'new';
  expect(await Promise.all([before, batcher.read('', ['a'], read)])).toEqual(['old', 'new']);
});

test('other shapes are statements of their own and wait for nobody else', async () => {
  const batcher = new RequestBatcher<Map<string, string>>();
  const database = new Statements();
  for (const shape of ['a', 'b', 'c']) void batcher.read(shape, [shape], database.read);
  await turnOfTheLoop();
  expect(database.keys).toEqual([['a'], ['b'], ['c']]);
});

test('no more than 1,000 keys come together, and nobody’s are divided', async () => {
  const batcher = new RequestBatcher<Map<string, string>>();
  const database = new Statements();
  for (const from of [0, 600, 1200]) void batcher.read('', manyKeys(from, 600), database.read);
  void batcher.read('', manyKeys(1800, 300), database.read);
  await turnOfTheLoop();
  await turnOfTheLoop();
  await turnOfTheLoop();
  expect(database.keys.map(({ length }) => length)).toEqual([600, 600, 900]);
});

test('a joint statement that fails is sent again for each request alone, and harms only the one at fault', async () => {
  const batcher = new RequestBatcher<string>();
  const sent: string[][] = [];
  const read = async (keys: string[]) => {
    sent.push(keys);
    if (keys.includes('bad')) throw new Error('no such key');
    return keys.join();
  };
  const results = await Promise.allSettled([
    batcher.read('', ['a'], read),
    batcher.read('', ['bad'], read),
    batcher.read('', ['b'], read),
  ]);

  expect(sent).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
    'a',
    'failed',
    'b',
  ]);
  expect(await batcher.read('', ['c'], read)).toBe('c');
});

test('a database that is away is not asked again', async () => {
  const batcher = new RequestBatcher<string>();
  let count = 0;
  const read = async (): Promise<string> => {
    count += 1;
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  };
  const results = await Promise.allSettled([batcher.read('', ['a'], read), batcher.read('', ['b'], read)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(count).toBe(1);
});

test('a read that throws at once fails like any other', async () => {
  const batcher = new RequestBatcher<string>();
  const read = (): Promise<string> => {
    throw new Error('unreadable');
  };
  await expect(batcher.read('', ['a'], read)).rejects.toThrow('unreadable');
  await expect(batcher.read('', ['a'], read)).rejects.toThrow('unreadable');
});

test('requests that come at the same moment share the query of a loader, and nothing else', async () => {
  const asked: string[][] = [];
  const createLoader = createRowLoader(
    ({ code }) => code,
    async (codes: string[]) => {
      asked.push(codes);
      return codes.filter((code) => code !== 'none').map((code) => ({ code }));
    },
  );
  const [first, second] = [createLoader(), createLoader()];
  expect(await Promise.all([first.load('a'), second.load('none'), second.load('b')])).toEqual([
    { code: 'a' },
    null,
    { code: 'b' },
  ]);
  expect(asked).toEqual([['a', 'none', 'b']]);

  await first.load('a');
  await second.load('a');
  expect(asked).toEqual([['a', 'none', 'b'], ['a']]);
});

test('pages are asked for together when their arguments are equal', async () => {
  const asked: [string[], number, string | null][] = [];
  const createPages = createPageLoader<{ parent: string }>(
    ({ parent }) => parent,
    async (...given) => {
      asked.push(given);
      return given[0].map((parent) => ({ parent }));
    },
  );
  const pages = await Promise.all([
    createPages().load({ parent: 'a', first: 2 }),
    createPages().load({ parent: 'b', first: 2 }),
    createPages().load({ parent: 'b', first: 3 }),
  ]);
  expect(asked).toEqual([
    [['a', 'b'], 3, null],
    [['b'], 4, null],
  ]);
  expect(pages.map(({ rows }) => rows)).toEqual([[{ parent: 'a' }], [{ parent: 'b' }], [{ parent: 'b' }]]);
});

test('loaders by arguments meet those of other requests with equal arguments', async () => {
  const asked: [string, string[]][] = [];
  const createLoaders = createLoadersByArguments(({ year }: { year: string }) =>
    createRowLoader(
      ({ code }) => code,
      async (codes: string[]) => {
        asked.push([year, codes]);
        return codes.map((code) => ({ code }));
      },
    ),
  );
  await Promise.all([
    createLoaders()({ year: '2024' }).load('a'),
    createLoaders()({ year: '2025' }).load('a'),
    createLoaders()({ year: '2024' }).load('b'),
  ]);
  expect(asked).toEqual([
    ['2024', ['a', 'b']],
    ['2025', ['a']],
  ]);
});
