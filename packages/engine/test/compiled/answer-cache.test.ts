import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswerCache } from '../../src/caching/create-answer-cache.ts';
import { DependencyIndex } from '../../src/caching/dependency-index.ts';
import { isOutdated } from '../../src/caching/outdated.ts';
import type { Change, Dependency } from '../../src/core/answer-cache.ts';

const POLICY = { maxAgeMs: 1000, staleIfErrorMs: 0, isPublic: true };
const ITEM: Dependency = { subgraph: 'items', type: 'Item', by: 'Item', key: '1' };

const subgraph = fc.constantFrom('items', 'tax');
const type = fc.option(fc.constantFrom('Item', 'Guide', 'Owner'));
const key = fc.constantFrom('1', '2', '3');
const dependency: fc.Arbitrary<Dependency> = fc.record({ subgraph, type, by: type, key: fc.option(key) });
const change: fc.Arbitrary<Change> = fc.record({
  subgraph,
  type,
  keys: fc.option(
    fc.dictionary(fc.constantFrom('Item', 'Guide', 'Owner'), fc.option(fc.uniqueArray(key)), { maxKeys: 3 }),
    { nil: undefined },
  ),
});

/** A cache at a time that the test sets, of which every subgraph is followed. */
function openCache(maxBytes = 1_000_000) {
  const clock = { now: 0 };
  const cache = createAnswerCache({ maxBytes, now: () => clock.now });
  for (const name of ['items', 'tax']) cache.setFollowState(name, 'FOLLOWED');
  const keep = (name: string, dependencies: readonly Dependency[] = [ITEM], policy = POLICY, text = name) => {
    const answer = { body: Buffer.from(text), reads: undefined, caller: undefined };
    return cache.keep(name, answer, policy, dependencies, cache.begin());
  };
  const find = (name: string, subgraphs = ['items'], notBefore = 0) => cache.find(name, subgraphs, notBefore);
  return { cache, clock, keep, find };
}

test('the index finds exactly what the rule says is outdated, after any additions and removals', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(dependency, { minLength: 1, maxLength: 4 }), fc.boolean()), {
        maxLength: 12,
      }),
      change,
      (items, changed) => {
        const index = new DependencyIndex<number>();
        items.forEach(([dependencies], item) => index.add(item, dependencies));
        items.forEach(([dependencies, isRemoved], item) => isRemoved && index.remove(item, dependencies));
        const expected = items.flatMap(([dependencies, isRemoved], item) =>
          !isRemoved && dependencies.some((one) => isOutdated(one, changed)) ? [item] : [],
        );
        expect([...index.outdatedBy(changed)].sort((a, b) => a - b)).toEqual(expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('an answer is served until its age is over', () => {
  const { clock, keep, find } = openCache();
  keep('a');
  clock.now = 999;
  expect(find('a')).toMatchObject({ ageMs: 999, remainingMs: 1, isStale: false });
  clock.now = 1000;
  expect(find('a')).toBeNull();
});

test('a stale answer is found as far as its policy allows, and says that it is stale', () => {
  const { clock, keep, find } = openCache();
  keep('a', [ITEM], { ...POLICY, staleIfErrorMs: 500 });
  clock.now = 1200;
  expect(find('a')).toMatchObject({ isStale: true, remainingMs: -200 });
  clock.now = 1500;
  expect(find('a')).toBeNull();
});

test('a change drops what it concerns and nothing else', () => {
  const { cache, keep, find } = openCache();
  keep('one');
  keep('two', [{ ...ITEM, key: '2' }]);
  keep('list', [{ ...ITEM, by: null, key: null }]);
  cache.apply({ subgraph: 'items', type: 'Item', keys: { Item: ['1'] } });
  expect([find('one'), find('two'), find('list')].map(Boolean)).toEqual([false, true, false]);
  expect(cache.statistics).toMatchObject({ invalidated: 2, entries: 1 });
});

test('an answer that a change has overtaken is not kept, and its reader is told not to keep it', () => {
  const { cache, find } = openCache();
  const begun = cache.begin();
  cache.apply({ subgraph: 'items', type: 'Item', keys: { Item: ['1'] } });
  const answer = { body: Buffer.from('a'), reads: undefined, caller: undefined };
  expect(cache.keep('a', answer, POLICY, [ITEM], begun).remainingMs).toBe(0);
  expect(find('a')).toBeNull();
  expect(cache.statistics.overtaken).toBe(1);
});

test('an answer that more changes have overtaken than are remembered is not kept, whatever they were', () => {
  const { cache, find } = openCache();
  const begun = cache.begin();
  for (let i = 0; i < 600; i++) cache.apply({ subgraph: 'tax', type: 'Owner', keys: {} });
  const answer = { body: Buffer.from('a'), reads: undefined, caller: undefined };
  cache.keep('a', answer, POLICY, [ITEM], begun);
  expect(find('a')).toBeNull();
});

test('nothing of a subgraph is kept or served as fresh while its changes are not heard, and all is dropped when they are again', () => {
  const { cache, keep, find } = openCache();
  keep('a', [ITEM], { ...POLICY, staleIfErrorMs: 500 });
  keep('b');
  cache.setFollowState('items', 'LOST');
  expect(find('a')).toMatchObject({ isStale: true });
  expect(find('b')).toBeNull();
  keep('c');
  cache.setFollowState('items', 'FOLLOWED');
  expect([find('a'), find('b'), find('c')]).toEqual([null, null, null]);
});

test('a subgraph that nobody follows yet is as one that is lost; one that announces nothing is kept by age', () => {
  const { cache, keep, find } = openCache();
  const other: Dependency = { ...ITEM, subgraph: 'land' };
  keep('a', [other]);
  expect(find('a', ['land'])).toBeNull();
  cache.setFollowState('land', 'BY_AGE');
  keep('a', [other]);
  expect(find('a', ['land'])).toMatchObject({ isStale: false });
});

test('whoever has changed something gets nothing that was begun before', () => {
  const { cache, clock, keep, find } = openCache();
  keep('a');
  clock.now = 10;
  const { at } = cache.begin();
  expect(find('a', ['items'], at)).toBeNull();
  expect(find('a')).not.toBeNull();
});

test('the cache stays within its bytes, keeps what was used last, and nothing that is too large for it', () => {
  const { cache, keep, find } = openCache(100_000);
  for (let i = 0; i < 200; i++) {
    keep(`answer ${i}`, [ITEM], POLICY, 'x'.repeat(1000));
    find('answer 0');
  }
  expect(cache.statistics.bytes).toBeLessThanOrEqual(100_000);
  expect(cache.statistics.entries).toBeGreaterThan(20);
  expect(find('answer 0')).not.toBeNull();
  expect(find('answer 1')).toBeNull();
  keep('large', [ITEM], POLICY, 'x'.repeat(50_000));
  expect(find('large')).toBeNull();
});

test('what is kept does not change with the buffer that it was made from, and equal bodies have equal tags', () => {
  const { cache, find } = openCache();
  const body = Buffer.from('{"data":1}');
  const kept = cache.keep('a', { body, reads: undefined, caller: undefined }, POLICY, [ITEM], cache.begin());
  body.fill(0);
  expect(find('a')?.body.toString()).toBe('{"data":1}');
  const same = { body: Buffer.from('{"data":1}'), reads: undefined, caller: undefined };
  expect(cache.keep('b', same, POLICY, [ITEM], cache.begin()).etag()).toBe(kept.etag());
});
