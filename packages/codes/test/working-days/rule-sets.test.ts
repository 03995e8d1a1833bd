import { expect, test } from 'vitest';
import { parseRuleSets, RULE_SETS } from '../../src/working-days/index.ts';

const { REGULATION_2025 } = RULE_SETS;

test('a rule set of the operator stands beside those that are built in, or replaces one', () => {
  const given = { JIANGSU_2027: { ...REGULATION_2025, answerDays: 5 }, MEASURES_2016: REGULATION_2025 };
  const read = parseRuleSets(JSON.stringify(given));
  expect(Object.keys(read).sort()).toEqual(['JIANGSU_2027', 'MEASURES_2016', 'REGULATION_2025']);
  expect(read['JIANGSU_2027']?.answerDays).toBe(5);
  expect(read['MEASURES_2016']?.extensionDays).toBe(10);
});

test.each([
  ['no days', { ...REGULATION_2025, answerDays: 0 }],
  ['half a day', { ...REGULATION_2025, answerDays: 0.5 }],
  ['a limit that nobody knows', { ...REGULATION_2025, holidayDays: 3 }],
  ['a limit missing', { ...REGULATION_2025, correctionDays: undefined }],
])('a rule set with %s is refused', (_what, rules) => {
  expect(() => parseRuleSets(JSON.stringify({ MINE: rules }))).toThrow();
});
