import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkForm, FORM_DIALECT, type FormField, type FormSchema } from '../src/forms/index.ts';
import { fillForm, type PrefilledValue } from '../src/prefill/index.ts';

const titles = { title: '某', 'x-title-en': 'Some' };
const text: FormField = { ...titles, type: 'string', minLength: 1, maxLength: 5 };
const FORM: FormSchema = {
  $schema: FORM_DIALECT,
  ...titles,
  type: 'object',
  additionalProperties: false,
  properties: {
    name: text,
    area: { ...titles, type: 'number', minimum: 0 },
    place: {
      ...titles,
      type: 'object',
      additionalProperties: false,
      properties: { street: text, town: text },
    },
    tags: { ...titles, type: 'array', maxItems: 3, items: text },
  },
};
const FIELDS = ['name', 'area', 'place.street', 'place.town', 'tags'];

const value = (field: string, given: unknown): PrefilledValue => ({
  ...{ field, path: `a.${field}`, coordinate: 'A.b', sharing: 'UNCONDITIONAL', department: 'tax' },
  ...{ state: 'FOUND', value: given, reason: null },
});

test('a list of one is the one where the form asks for one, and stays a list where it asks for a list', () => {
  const { form, rows } = fillForm(FORM, null, [
    value('name', ['甲']),
    value('tags', ['乙']),
    value('area', [1, 2]),
  ]);
  expect(form).toEqual({ name: '甲', tags: ['乙'] });
  expect(rows.map(({ state, value: kept }) => [state, kept])).toEqual([
    ['FOUND', '甲'],
    ['FOUND', ['乙']],
    ['UNFIT', [1, 2]],
  ]);
});

test('whatever departments hold, answers stay as they are, the form stays sound, and each value is accounted for', () => {
  const given = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.double({ noNaN: true }),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 2 }),
  );
  const answers = fc.record(
    {
      name: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme-ascii' }),
      area: fc.nat(),
      place: fc.record({ street: fc.constant('街') }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  const values = fc
    .uniqueArray(fc.constantFrom(...FIELDS))
    .chain((fields) => fc.tuple(...fields.map((field) => given.map((one) => value(field, one)))));
  fc.assert(
    fc.property(answers, values, (before, found) => {
      const copy = structuredClone(before);
      const { form, rows } = fillForm(FORM, before, found);
      expect(before).toEqual(copy);
      expect(form).toMatchObject(before);
      expect(checkForm(FORM, form, { isPartial: true })).toEqual([]);
      expect(rows.map(({ field }) => field)).toEqual(found.map(({ field }) => field));
    }),
  );
});
