import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { loadMessages } from '../app/language/catalogs.ts';
import { TextsProvider } from '../app/language/text.tsx';
import { type Answer, type Answers, decodeAnswers } from '../app/pages/apply/forms/answers.ts';
import { checkAnswers } from '../app/pages/apply/forms/check-answers.ts';
import { Fields } from '../app/pages/apply/forms/fields.tsx';
import {
  type FormField,
  type FormObject,
  pathOfAbout,
  stepsOf,
} from '../app/pages/apply/forms/form-schema.ts';
import { submittedBy } from './submitted-by.ts';

beforeAll(() => loadMessages('zh'));

const named = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/).filter((name) => !(name in {}));
const titles = { title: '题目', 'x-title-en': 'Question' };
/** As people type: no blanks around it, and no characters that no keyboard makes. */
const text = fc
  .stringMatching(/^[\w "'<>&;：，中文é\n-]{1,20}$/u)
  .map((typed) => typed.trim())
  .filter((typed) => typed !== '');

interface Pair {
  field: FormField;
  answer: Answer;
}

const scalar: fc.Arbitrary<Pair> = fc.oneof(
  text.map((answer): Pair => ({ field: { ...titles, type: 'string', maxLength: 400 }, answer })),
  text
    .filter((typed) => !typed.includes('\n'))
    .map((answer): Pair => ({ field: { ...titles, type: 'string', maxLength: 30 }, answer })),
  fc.boolean().map((answer): Pair => ({ field: { ...titles, type: 'boolean' }, answer })),
  fc.integer().map((answer): Pair => ({ field: { ...titles, type: 'integer' }, answer })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((answer): Pair => ({ field: { ...titles, type: 'number' }, answer: answer === 0 ? 0 : answer })),
  fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.integer({ min: 0, max: count - 1 }).map((chosen): Pair => {
      const options = Array.from({ length: count }, (_, i) => ({ const: `OPTION_${i}`, ...titles }));
      return { field: { ...titles, type: 'string', oneOf: options }, answer: `OPTION_${chosen}` };
    }),
  ),
);

const { pair } = fc.letrec<{ pair: Pair }>((tie) => ({
  pair: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    group(tie('pair')),
    tie('pair').chain((first) =>
      fc.integer({ min: 1, max: 3 }).map((count): Pair => ({
        field: { ...titles, type: 'array', items: first.field, maxItems: 5 },
        answer: Array.from({ length: count }, () => first.answer),
      })),
    ),
  ),
}));

function group(parts: fc.Arbitrary<Pair>): fc.Arbitrary<Pair & { field: FormObject; answer: Answers }> {
  return fc
    .uniqueArray(fc.tuple(named, parts), { minLength: 1, maxLength: 4, selector: ([name]) => name })
    .map((entries) => ({
      field: {
        ...titles,
        type: 'object',
        properties: Object.fromEntries(entries.map(([name, part]) => [name, part.field])),
      },
      answer: Object.fromEntries(entries.map(([name, part]) => [name, part.answer])),
    }));
}

test('any form with any answers is HTML that posts the same answers without scripts', () => {
  fc.assert(
    fc.property(group(pair), ({ field: form, answer: answers }) => {
      for (const { names } of stepsOf(form)) {
        const html = renderToStaticMarkup(
          createElement(TextsProvider, {
            language: 'zh',
            children: createElement(Fields, { form, names, answers, problems: new Map(), rows: {} }),
          }),
        );
        const sent = decodeAnswers(form, names, submittedBy(html));
        expect(sent).toEqual(Object.fromEntries(names.map((name) => [name, answers[name]])));
      }
    }),
    { numRuns: 150 },
  );
});

const form: FormObject = {
  ...titles,
  type: 'object',
  required: ['phone', 'premises'],
  properties: {
    phone: { ...titles, title: '联系电话', type: 'string', format: 'phone' },
    uscc: { ...titles, type: 'string', format: 'uscc' },
    premises: {
      ...titles,
      type: 'object',
      required: ['areaM2'],
      properties: { areaM2: { ...titles, type: 'number', exclusiveMinimum: 0 } },
    },
    owners: {
      ...titles,
      type: 'array',
      maxItems: 3,
      items: { ...titles, type: 'object', properties: { name: { ...titles, type: 'string', maxLength: 4 } } },
    },
  },
};
const entries = (values: Record<string, string>) => new Map(Object.entries(values));

test('a number that is none stays what was typed, and is told at its field', () => {
  const typed = decodeAnswers(form, ['premises'], entries({ 'premises.areaM2': 'about 80' }));
  expect(typed).toEqual({ premises: { areaM2: 'about 80' } });
  expect(checkAnswers(form, typed, { isPartial: true })).toEqual([
    { path: 'premises.areaM2', wrong: 'NUMBER' },
  ]);
});

test('digits may be typed in groups', () => {
  expect(decodeAnswers(form, ['premises'], entries({ 'premises.areaM2': '1,200.5' }))).toEqual({
    premises: { areaM2: 1200.5 },
  });
});

test('what is missing is told only when the whole is checked, and inside of a group that is not begun', () => {
  expect(checkAnswers(form, {}, { isPartial: true })).toEqual([]);
  expect(checkAnswers(form, {})).toEqual([
    { path: 'phone', wrong: 'MISSING' },
    { path: 'premises.areaM2', wrong: 'MISSING' },
  ]);
});

test('answers in the rows of a list are checked by their rows', () => {
  const owners = [{ name: '王' }, { name: 'far too long' }];
  expect(checkAnswers(form, { owners }, { isPartial: true })).toEqual([
    { path: 'owners.1.name', wrong: 'LONG', values: { count: 4 } },
  ]);
});

test('each group has a screen of its own, and single fields share one of at most five', () => {
  expect(stepsOf(form).map(({ names }) => names)).toEqual([['phone', 'uscc'], ['premises'], ['owners']]);
  const seven = Object.fromEntries(
    Array.from({ length: 7 }, (_, i) => [`f${i}`, { ...titles, type: 'boolean' }]),
  );
  expect(stepsOf({ ...titles, type: 'object', properties: seven as FormObject['properties'] })).toHaveLength(
    2,
  );
});

test('officials may name a field by its path, its title or its own name', () => {
  expect(pathOfAbout(form, 'premises.areaM2')).toBe('premises.areaM2');
  expect(pathOfAbout(form, 'areaM2')).toBe('premises.areaM2');
  expect(pathOfAbout(form, '联系电话')).toBe('phone');
  expect(pathOfAbout(form, 'Question')).toBeNull();
});
