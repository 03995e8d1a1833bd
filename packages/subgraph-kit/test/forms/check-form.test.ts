import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkForm } from '../../src/forms/check-form.ts';
import { checkFormSchema } from '../../src/forms/check-form-schema.ts';
import type { FormSchema } from '../../src/forms/form-schema.ts';
import { ANSWERS, formWith, RESTAURANT_FORM, textField } from '../../testing/restaurant-form.ts';

const found = (value: unknown, options = {}) =>
  checkForm(RESTAURANT_FORM, value, options).map(({ path, code }) => [path.join('.'), code]);

test('answers that the form asks for are sound', () => {
  expect(checkForm(RESTAURANT_FORM, ANSWERS)).toEqual([]);
});

test.each<[what: string, value: unknown, problems: [path: string, code: string][]]>([
  [
    'nothing',
    {},
    [
      ['kind', 'MISSING'],
      ['premises', 'MISSING'],
    ],
  ],
  ['null', null, [['', 'WRONG_TYPE']]],
  ['a list', [], [['', 'WRONG_TYPE']]],
  ['a number as a text', { ...ANSWERS, premises: { areaM2: '120' } }, [['premises.areaM2', 'WRONG_TYPE']]],
  ['a number out of range', { ...ANSWERS, premises: { areaM2: 0 } }, [['premises.areaM2', 'OUT_OF_RANGE']]],
  ['another option', { ...ANSWERS, kind: 'BAR' }, [['kind', 'NOT_AN_OPTION']]],
  ['a field that is not asked for', { ...ANSWERS, note: 'x' }, [['note', 'UNKNOWN_FIELD']]],
  [
    'a field of the prototype',
    JSON.parse('{"kind":"CANTEEN","premises":{"areaM2":1},"__proto__":{}}'),
    [['__proto__', 'UNKNOWN_FIELD']],
  ],
  [
    'a text that is too short',
    { ...ANSWERS, premises: { areaM2: 1, address: '路' } },
    [['premises.address', 'TOO_SHORT']],
  ],
  ['a text that is too long', { ...ANSWERS, contact: '长'.repeat(51) }, [['contact', 'TOO_LONG']]],
  [
    '51 characters outside the first plane',
    { ...ANSWERS, contact: '𠮷'.repeat(51) },
    [['contact', 'TOO_LONG']],
  ],
  ['a day that does not exist', { ...ANSWERS, opensOn: '2026-02-30' }, [['opensOn', 'MALFORMED']]],
  [
    'a pattern that is not met',
    { ...ANSWERS, staff: [{ name: '张三' }, { name: '李四', certificate: 'js1' }] },
    [['staff.1.certificate', 'MALFORMED']],
  ],
  [
    'a field without the one that goes with it',
    { ...ANSWERS, phone: '025-83721234' },
    [['contact', 'MISSING']],
  ],
  [
    'more than a list holds',
    { ...ANSWERS, staff: Array(21).fill({ name: '张三' }) },
    [['staff', 'TOO_LONG']],
  ],
  ['more than a form holds', { ...ANSWERS, contact: '长'.repeat(70_000) }, [['', 'FORM_TOO_LARGE']]],
])('%s', (_what, value, problems) => {
  expect(found(value)).toEqual(problems);
});

test('while a form is being filled in, what is missing is no problem, and what is there must be sound', () => {
  expect(found({}, { isPartial: true })).toEqual([]);
  expect(found({ phone: '025-83721234', premises: {} }, { isPartial: true })).toEqual([]);
  expect(found({ premises: { areaM2: -1 } }, { isPartial: true })).toEqual([
    ['premises.areaM2', 'OUT_OF_RANGE'],
  ]);
});

test('messages name the field and say what to do', () => {
  const messages = checkForm(RESTAURANT_FORM, { kind: 'BAR', note: 1 }).map(({ message }) => message);
  expect(messages).toEqual([
    'premises is missing: fill it in.',
    'note is not asked for: leave it out.',
    'kind must be one of CANTEEN, RESTAURANT.',
  ]);
});

test('of answers with thousands of problems fifty are reported', () => {
  const value = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, 1]));
  expect(checkForm(RESTAURANT_FORM, value)).toHaveLength(50);
});

test.each([['(a|a)*$'], ['^(a+)+$'], ['^([a-z]+)*$'], ['(.*)*x'], ['^(a?){50}a{50}$']])(
  'the pattern %s, which takes other engines for ever, is checked in no time',
  (pattern) => {
    const form = formWith({ a: textField({ pattern, maxLength: 4_000 }) });
    expect(checkFormSchema(form)).toEqual([]);
    const started = performance.now();
    checkForm(form as FormSchema, { a: `${'a'.repeat(3_999)}!` });
    expect(performance.now() - started).toBeLessThan(5_000);
  },
);

test('two forms with different patterns do not share one', () => {
  const digits = formWith({ a: textField({ pattern: '^\\d+$' }) }) as FormSchema;
  const letters = formWith({ a: textField({ pattern: '^[a-z]+$' }) }) as FormSchema;
  expect(checkForm(digits, { a: '1' })).toEqual([]);
  expect(checkForm(letters, { a: '1' })).toHaveLength(1);
  expect(checkForm(letters, { a: 'a' })).toEqual([]);
});

test('whatever is sent as answers, problems are reported and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
      for (const { path, code, message } of checkForm(RESTAURANT_FORM, value)) {
        expect(path.every((part) => typeof part === 'string')).toBe(true);
        expect(code).toMatch(/^[A-Z_]+$/);
        expect(message).not.toContain('undefined');
      }
    }),
  );
});
