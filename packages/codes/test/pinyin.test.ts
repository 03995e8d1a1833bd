import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchForm } from '../src/index.ts';
import { pinyinInitials } from '../src/pinyin.ts';

test.each([
  ['常州晓岚食品有限公司', 'czxlspyxgs'],
  ['江苏ABC12贸易(集团)', 'jsabc12myjt'],
  // Characters that are read otherwise elsewhere.
  ['重庆银行', 'cqyh'],
  ['厦门长江行业协会', 'xmcjhyxh'],
  ['()', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(pinyinInitials(name)).toBe(initials);
});

test('whatever a name is, its initials are letters and digits, and never longer than the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const name = searchForm(text);
      const initials = pinyinInitials(name);
      expect(initials).toMatch(/^[a-z0-9]*$/);
      expect(initials.length).toBeLessThanOrEqual([...name.normalize('NFKD')].length * 2);
    }),
    { numRuns: 50 },
  );
});
