import { expect, test } from 'vitest';
import { checkFormSchema } from '../../src/forms/check-form-schema.ts';
import { formWith, RESTAURANT_FORM, textField } from '../../testing/restaurant-form.ts';

const found = (form: unknown) => checkFormSchema(form).map(({ path, code }) => [path.join('.'), code]);

const deep = (levels: number): unknown => (levels === 0 ? 1 : { properties: deep(levels - 1) });
const list = (items: unknown) => ({ title: '表', 'x-title-en': 'List', type: 'array', maxItems: 5, items });

test('a form with titles in both languages, options, lists and patterns is sound', () => {
  expect(checkFormSchema(RESTAURANT_FORM)).toEqual([]);
});

test.each<[what: string, form: unknown, problems: [path: string, code: string][]]>([
  ['a text', 'form', [['', 'MALFORMED_FORM']]],
  ['null', null, [['', 'MALFORMED_FORM']]],
  ['a list', [], [['', 'MALFORMED_FORM']]],
  ['true, which allows everything', true, [['', 'MALFORMED_FORM']]],
  [
    'another dialect',
    { ...RESTAURANT_FORM, $schema: 'http://json-schema.org/draft-07/schema#' },
    [['$schema', 'MALFORMED_FORM']],
  ],
  ['a root that is no object', { ...RESTAURANT_FORM, type: 'string' }, [['type', 'MALFORMED_FORM']]],
  ['no fields', { ...RESTAURANT_FORM, required: [], properties: {} }, [['properties', 'MALFORMED_FORM']]],
  ['more levels than a form has', deep(1_000), [['', 'FORM_TOO_LARGE']]],
  [
    'more text than a form has',
    formWith({ long: textField({ title: '长'.repeat(70_000) }) }),
    [['', 'FORM_TOO_LARGE']],
  ],
  [
    'more fields than a form has',
    formWith(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}`, textField({})]))),
    [['', 'FORM_TOO_LARGE']],
  ],
  [
    'a title in one language',
    formWith({ a: textField({ 'x-title-en': undefined }) }),
    [['properties.a.x-title-en', 'MISSING_TITLE']],
  ],
  ['a blank title', formWith({ a: textField({ title: ' ' }) }), [['properties.a.title', 'MISSING_TITLE']]],
  [
    'a description that is no text',
    formWith({ a: textField({ description: {} }) }),
    [['properties.a.description', 'MALFORMED_FORM']],
  ],
  [
    'a type that is a list',
    formWith({ a: textField({ type: ['string', 'null'] }) }),
    [['properties.a.type', 'MALFORMED_FORM']],
  ],
  ['no type', formWith({ a: { title: '甲', 'x-title-en': 'A' } }), [['properties.a.type', 'MALFORMED_FORM']]],
  [
    'a type of that name on every object',
    formWith({ a: textField({ type: 'constructor' }) }),
    [['properties.a.type', 'MALFORMED_FORM']],
  ],
  ['a field that is no object', formWith({ a: true }), [['properties.a', 'MALFORMED_FORM']]],
  ['a name with a blank', formWith({ 'a b': textField({}) }), [['properties.a b', 'MALFORMED_FORM']]],
  [
    'a name of the prototype',
    formWith(JSON.parse('{"__proto__": {}}') as Record<string, unknown>),
    [
      ['properties.__proto__', 'MALFORMED_FORM'],
      ['properties.__proto__.type', 'MALFORMED_FORM'],
    ],
  ],
  [
    'a reference',
    formWith({ a: { ...textField({}), $ref: '#' } }),
    [['properties.a.$ref', 'FORBIDDEN_KEYWORD']],
  ],
  ['definitions', { ...RESTAURANT_FORM, $defs: {} }, [['$defs', 'FORBIDDEN_KEYWORD']]],
  ['alternatives', formWith({ a: textField({ anyOf: [] }) }), [['properties.a.anyOf', 'FORBIDDEN_KEYWORD']]],
  [
    'patterns for names',
    formWith({}, { patternProperties: { '(a+)+$': {} } }),
    [['patternProperties', 'FORBIDDEN_KEYWORD']],
  ],
  [
    'a form that takes what it does not ask for',
    formWith({}, { additionalProperties: true }),
    [['additionalProperties', 'UNBOUNDED']],
  ],
  [
    'a text without a limit',
    formWith({ a: textField({ maxLength: undefined }) }),
    [['properties.a.maxLength', 'UNBOUNDED']],
  ],
  [
    'a text with a limit that is none',
    formWith({ a: textField({ maxLength: 1e9 }) }),
    [['properties.a.maxLength', 'UNBOUNDED']],
  ],
  [
    'a list without a limit',
    formWith({ a: { ...list(textField({})), maxItems: undefined } }),
    [['properties.a.maxItems', 'UNBOUNDED']],
  ],
  [
    'lists in lists in lists',
    formWith({ a: list(list(list(textField({})))) }),
    [['properties.a.items.items', 'UNBOUNDED']],
  ],
  ['a list of nothing', formWith({ a: list(undefined) }), [['properties.a.items', 'MALFORMED_FORM']]],
  [
    'a pattern that runs for ever and is none of RE2',
    formWith({ a: textField({ pattern: '(?=(a+))\\1$' }) }),
    [['properties.a.pattern', 'UNSAFE_PATTERN']],
  ],
  [
    'a pattern with a large repetition',
    formWith({ a: textField({ pattern: '((a{1,100}){1,100}){1,100}' }) }),
    [['properties.a.pattern', 'UNSAFE_PATTERN']],
  ],
  [
    'a pattern with a repetition of five hundred',
    formWith({ a: textField({ pattern: '^[ab]*a[ab]{500}$' }) }),
    [['properties.a.pattern', 'UNSAFE_PATTERN']],
  ],
  [
    'a pattern that is none',
    formWith({ a: textField({ pattern: '[' }) }),
    [['properties.a.pattern', 'UNSAFE_PATTERN']],
  ],
  [
    'a pattern that browsers do not take',
    formWith({ a: textField({ pattern: '(?i)a' }) }),
    [['properties.a.pattern', 'UNSAFE_PATTERN']],
  ],
  [
    'a pattern of 1,000 characters',
    formWith({ a: textField({ pattern: 'a'.repeat(1_000) }) }),
    [['properties.a.pattern', 'UNSAFE_PATTERN']],
  ],
  [
    'a format that is not known',
    formWith({ a: textField({ format: 'regex' }) }),
    [['properties.a.format', 'FORBIDDEN_KEYWORD']],
  ],
  ['no options', formWith({ a: textField({ oneOf: [] }) }), [['properties.a.oneOf', 'MALFORMED_FORM']]],
  [
    'options of another type, twice, without a name, with rules of their own',
    formWith({
      a: textField({
        oneOf: [
          { const: 1, title: '一', 'x-title-en': 'One' },
          { const: 'B', title: '二', 'x-title-en': 'Two' },
          { const: 'B', title: '三', 'x-title-en': 'Three' },
          { const: 'D', title: '四' },
          { const: 'E', title: '五', 'x-title-en': 'Five', pattern: 'x' },
          'F',
        ],
      }),
    }),
    [
      ['properties.a.oneOf.0.const', 'MALFORMED_FORM'],
      ['properties.a.oneOf.2.const', 'MALFORMED_FORM'],
      ['properties.a.oneOf.3.x-title-en', 'MISSING_TITLE'],
      ['properties.a.oneOf.4.pattern', 'FORBIDDEN_KEYWORD'],
      ['properties.a.oneOf.5', 'MALFORMED_FORM'],
    ],
  ],
  [
    'a required field that is none',
    formWith({}, { required: ['nothing'] }),
    [['required', 'MALFORMED_FORM']],
  ],
  ['required that is no list', formWith({}, { required: 'kind' }), [['', 'MALFORMED_FORM']]],
  [
    'a minimum that is a text',
    formWith({ a: { title: '数', 'x-title-en': 'N', type: 'integer', minimum: '1' } }),
    [['', 'MALFORMED_FORM']],
  ],
  ['a negative length', formWith({ a: textField({ minLength: -1 }) }), [['', 'MALFORMED_FORM']]],
])('%s', (_what, form, problems) => {
  expect(found(form)).toEqual(problems);
});

test('of a form with a thousand problems fifty are reported', () => {
  const fields = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`f${i}`, {}]));
  expect(checkFormSchema(formWith(fields))).toHaveLength(50);
});
