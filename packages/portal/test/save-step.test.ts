import { expect, test } from 'vitest';
import { commandKey, planStep } from '../app/pages/apply/forms/save-step.ts';

const saved = { form: { phone: '1', uscc: 'A', kind: 'X' }, version: 5 };

test('answers of a screen take the place of the ones before, and leave others alone', () => {
  const sent = { typed: { phone: '2' }, opened: null, version: 5 };
  expect(planStep(saved, ['phone', 'uscc'], sent)).toEqual({
    kind: 'SAVE',
    form: { phone: '2', kind: 'X' },
    version: 5,
  });
});

test('a later version is no conflict as long as the answers of the screen are as they were', () => {
  const sent = { typed: { phone: '2' }, opened: { phone: '1' }, version: 3 };
  expect(planStep(saved, ['phone'], sent)).toMatchObject({ kind: 'SAVE', version: 5, form: { uscc: 'A' } });
});

test('a stale version whose answers were changed is a conflict that shows both', () => {
  const sent = { typed: { phone: '2' }, opened: { phone: '0' }, version: 3 };
  expect(planStep(saved, ['phone'], sent)).toEqual({ kind: 'CONFLICT', theirs: { phone: '1' } });
});

test('what is saved already is not saved again, whatever the version', () => {
  const sent = { typed: { uscc: 'A', phone: '1' }, opened: null, version: 1 };
  expect(planStep(saved, ['phone', 'uscc'], sent)).toEqual({ kind: 'UNCHANGED' });
});

test('the same form sent twice has one key, and other answers have another', () => {
  expect(commandKey('k', 5, { a: 1 })).toBe(commandKey('k', 5, { a: 1 }));
  expect(commandKey('k', 5, { a: 1 })).not.toBe(commandKey('k', 5, { a: 2 }));
  expect(commandKey('k', 5)).toMatch(/^[\w-]{1,100}$/);
});
