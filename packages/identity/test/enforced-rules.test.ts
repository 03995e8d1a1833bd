import { expect, test } from 'vitest';
import { ENFORCED_RULES, readEnforcedRules } from '../src/index.ts';

test('each rule is read back from the header, in any case and among unknown names', () => {
  expect(readEnforcedRules(ENFORCED_RULES.join(', '))).toEqual(new Set(ENFORCED_RULES));
  expect(readEnforcedRules(`x, ${ENFORCED_RULES.join(' ,').toUpperCase()}`)).toEqual(new Set(ENFORCED_RULES));
  for (const nothing of [null, undefined, '', ' , ', 'own data'])
    expect(readEnforcedRules(nothing).size).toBe(0);
});
