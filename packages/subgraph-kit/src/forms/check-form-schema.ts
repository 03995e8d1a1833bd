import { isBounded, isObject, type Problem } from './problem.ts';
import { compileForm } from './compile-form.ts';
import { FORM_DIALECT, type FormSchema } from './form-schema.ts';
import { FORMATS } from './formats.ts';
import { compilePattern } from './linear-pattern.ts';

export type FormSchemaProblemCode =
  | 'FORM_TOO_LARGE'
  | 'MALFORMED_FORM'
  | 'FORBIDDEN_KEYWORD'
  | 'UNBOUNDED'
  | 'UNSAFE_PATTERN'
  | 'MISSING_TITLE';

type Report = (path: string[], code: FormSchemaProblemCode, message: string) => void;

const MAX_FORM_CHARACTERS = 65_536;
/** Of the JSON text: five levels of objects or lists, each of which is two or three. */
const MAX_FORM_LEVELS = 16;
const MAX_FIELDS = 200;
const MAX_NESTED_LISTS = 2;
const MAX_OPTIONS = 200;
export const MAX_LIST_ITEMS = 100;
export const MAX_TEXT_LENGTH = 4_000;
const MAX_TITLE_CHARACTERS = 200;
const MAX_DESCRIPTION_CHARACTERS = 2_000;
const MAX_PROBLEMS = 50;

const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,49}$/;

const TITLES = ['title', 'x-title-en', 'description', 'x-description-en'] as const;
/** Where departments have the value; see form-schema.ts. Fields that hold others, and options, have none. */
const FROM = 'x-from';
const FROM_PATH = /^[_A-Za-z]\w*(\.[_A-Za-z]\w*){0,11}$/;

const TITLES_OF_ALL = ['title', 'x-title-en'] as const;

/** The keywords of each type. Without `$ref`, `allOf` and their like, a value is checked in a time that its size and that of the form bound. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'dependentRequired', 'additionalProperties'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format', 'oneOf'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'oneOf'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'oneOf'],
  boolean: [],
};

/**
 * Checks that a form is one that this department may publish: a JSON Schema of the bounded part, with titles in both languages,
 * whose check of a value cannot take long. Values of keywords, such as a minimum that is a number, are those that the validator takes.
 *
 * @returns at most 50 problems; empty for a form that is sound
 */
export function checkFormSchema(form: unknown): Problem<FormSchemaProblemCode>[] {
  const problems: Problem<FormSchemaProblemCode>[] = [];
  const report: Report = (path, code, message) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ path, code, message });
  };
  if (!isBounded(form, MAX_FORM_CHARACTERS, MAX_FORM_LEVELS)) {
    report(
      [],
      'FORM_TOO_LARGE',
      `A form may have at most ${MAX_FORM_CHARACTERS} characters of JSON and ${MAX_FORM_LEVELS} levels.`,
    );
    return problems;
  }
  if (!isObject(form)) {
    report([], 'MALFORMED_FORM', 'A form is a JSON Schema: an object.');
    return problems;
  }
  const { $schema, ...root } = form;
  if ($schema !== FORM_DIALECT) report(['$schema'], 'MALFORMED_FORM', `Set $schema to "${FORM_DIALECT}".`);
  if (root['type'] !== 'object') {
    report(['type'], 'MALFORMED_FORM', 'Set type to "object": a form is filled in by fields.');
    return problems;
  }
  const counter = { fields: 0 };
  checkField(root, [], 0, counter, report);
  if (counter.fields > MAX_FIELDS) {
    report(
      [],
      'FORM_TOO_LARGE',
      `A form may have at most ${MAX_FIELDS} fields; this one has ${counter.fields}.`,
    );
  }
  if (problems.length === 0) checkValidator(form as unknown as FormSchema, report);
  return problems;
}

/** Compiles the form, which checks the values of its keywords. */
function checkValidator(form: FormSchema, report: Report): void {
  try {
    compileForm(form);
  } catch (error) {
    report([], 'MALFORMED_FORM', `The form is no JSON Schema: ${(error as Error).message}`);
  }
}

/** Whether {@link checkFormSchema} found nothing. */
export function isFormSchema(form: unknown): form is FormSchema {
  return checkFormSchema(form).length === 0;
}

function checkField(
  field: unknown,
  path: string[],
  lists: number,
  counter: { fields: number },
  report: Report,
): void {
  if (!isObject(field)) return report(path, 'MALFORMED_FORM', 'A field is described by an object.');
  const { type } = field;
  if (typeof type !== 'string' || !Object.hasOwn(KEYWORDS, type)) {
    return report(
      [...path, 'type'],
      'MALFORMED_FORM',
      `Set type to one of ${Object.keys(KEYWORDS).join(', ')}.`,
    );
  }
  const allowed = ['type', ...TITLES, ...(type === 'object' || lists > 0 ? [] : [FROM]), ...KEYWORDS[type]!];
  for (const keyword of Object.keys(field)) {
    if (!allowed.includes(keyword)) {
      report(
        [...path, keyword],
        'FORBIDDEN_KEYWORD',
        `${keyword} is not allowed here: a field of the type ${type} may have ${KEYWORDS[type]!.join(', ') || 'titles only'}.`,
      );
    }
  }
  checkTitles(field, path, report);
  checkFrom(field, path, report);
  if (type === 'object') checkObject(field, path, lists, counter, report);
  if (type === 'array') checkList(field, path, lists, counter, report);
  if (type === 'string') checkText(field, path, report);
  if (field['oneOf'] !== undefined) checkOptions(field, type, path, report);
}

function checkTitles(titled: Record<string, unknown>, path: string[], report: Report): void {
  for (const keyword of TITLES_OF_ALL) {
    if (!isTitle(titled[keyword])) {
      const language = keyword === 'title' ? 'Chinese' : 'English';
      report(
        [...path, keyword],
        'MISSING_TITLE',
        `Set ${keyword}, the ${language} name, to a text of 1 to ${MAX_TITLE_CHARACTERS} characters.`,
      );
    }
  }
  checkDescriptions(titled, path, report);
}

/** Reports descriptions that are no texts: they are optional, and there may be one language alone. */
function checkDescriptions(titled: Record<string, unknown>, path: string[], report: Report): void {
  for (const keyword of ['description', 'x-description-en']) {
    const text = titled[keyword];
    if (text === undefined || (typeof text === 'string' && text.length <= MAX_DESCRIPTION_CHARACTERS))
      continue;
    report(
      [...path, keyword],
      'MALFORMED_FORM',
      `${keyword} is a text of at most ${MAX_DESCRIPTION_CHARACTERS} characters.`,
    );
  }
}

function checkFrom(field: Record<string, unknown>, path: string[], report: Report): void {
  const from = field[FROM];
  if (from === undefined || (typeof from === 'string' && FROM_PATH.test(from))) return;
  report(
    [...path, FROM],
    'MALFORMED_FORM',
    `${FROM} is a path in the answer to the prefill, such as enterprise.name.`,
  );
}

/** Whether it can be the title of a form, a field, an option or a row of rules. */
export function isTitle(title: unknown): boolean {
  return typeof title === 'string' && title.trim() !== '' && title.length <= MAX_TITLE_CHARACTERS;
}

function checkObject(
  field: Record<string, unknown>,
  path: string[],
  lists: number,
  counter: { fields: number },
  report: Report,
): void {
  if (field['additionalProperties'] !== false) {
    report(
      [...path, 'additionalProperties'],
      'UNBOUNDED',
      'Set additionalProperties to false: a form takes what it asks for and nothing else.',
    );
  }
  const { properties } = field;
  if (!isObject(properties) || Object.keys(properties).length === 0) {
    return report([...path, 'properties'], 'MALFORMED_FORM', 'List at least one field in properties.');
  }
  for (const [name, property] of Object.entries(properties)) {
    const at = [...path, 'properties', name];
    counter.fields += 1;
    if (!FIELD_NAME.test(name)) {
      report(at, 'MALFORMED_FORM', 'Name fields in camelCase: 1 to 50 ASCII letters and digits.');
    }
    checkField(property, at, lists, counter, report);
  }
  checkNames(field['required'], [...path, 'required'], properties, report);
  const { dependentRequired } = field;
  if (!isObject(dependentRequired)) return;
  for (const [name, names] of Object.entries(dependentRequired)) {
    checkNames([name], [...path, 'dependentRequired'], properties, report);
    checkNames(names, [...path, 'dependentRequired', name], properties, report);
  }
}

/** Reports names that are no fields; what is no list of names is reported by the validator. */
function checkNames(names: unknown, path: string[], properties: object, report: Report): void {
  if (!Array.isArray(names)) return;
  for (const name of names) {
    if (typeof name === 'string' && !Object.hasOwn(properties, name)) {
      report(path, 'MALFORMED_FORM', `${name} is no field of properties.`);
    }
  }
}

function checkList(
  field: Record<string, unknown>,
  path: string[],
  lists: number,
  counter: { fields: number },
  report: Report,
): void {
  if (lists >= MAX_NESTED_LISTS) {
    return report(path, 'UNBOUNDED', `At most ${MAX_NESTED_LISTS} lists may be inside one another.`);
  }
  if (!isWithin(field['maxItems'], MAX_LIST_ITEMS)) {
    report([...path, 'maxItems'], 'UNBOUNDED', `Set maxItems to at most ${MAX_LIST_ITEMS}.`);
  }
  checkField(field['items'], [...path, 'items'], lists + 1, counter, report);
}

function checkText(
  { maxLength, pattern, format, oneOf }: Record<string, unknown>,
  path: string[],
  report: Report,
) {
  if (format !== undefined && !(typeof format === 'string' && Object.hasOwn(FORMATS, format))) {
    report([...path, 'format'], 'FORBIDDEN_KEYWORD', `format may be ${Object.keys(FORMATS).join(', ')}.`);
  }
  const isBoundedOtherwise = maxLength === undefined && (format !== undefined || oneOf !== undefined);
  if (!isBoundedOtherwise && !isWithin(maxLength, MAX_TEXT_LENGTH)) {
    report([...path, 'maxLength'], 'UNBOUNDED', `Set maxLength to at most ${MAX_TEXT_LENGTH}.`);
  }
  if (pattern === undefined) return;
  try {
    compilePattern(String(pattern));
  } catch (error) {
    report(
      [...path, 'pattern'],
      'UNSAFE_PATTERN',
      `This pattern cannot be checked in linear time: ${(error as Error).message}. Write it without look-around, back-references and large repetitions.`,
    );
  }
}

function checkOptions(
  { oneOf }: Record<string, unknown>,
  type: string,
  path: string[],
  report: Report,
): void {
  const at = [...path, 'oneOf'];
  if (!Array.isArray(oneOf) || oneOf.length === 0 || oneOf.length > MAX_OPTIONS) {
    return report(at, 'MALFORMED_FORM', `oneOf lists 1 to ${MAX_OPTIONS} options.`);
  }
  const seen = new Set<unknown>();
  for (const [i, option] of (oneOf as unknown[]).entries()) {
    const here = [...at, String(i)];
    if (!isObject(option)) {
      report(here, 'MALFORMED_FORM', 'An option is an object with const, title and x-title-en.');
      continue;
    }
    const value = option['const'];
    const fits = type === 'string' ? typeof value === 'string' : typeof value === 'number';
    if (!fits || seen.has(value)) {
      report([...here, 'const'], 'MALFORMED_FORM', `Set const to a ${type} that no other option has.`);
    }
    seen.add(value);
    for (const keyword of Object.keys(option)) {
      if (keyword !== 'const' && !(TITLES as readonly string[]).includes(keyword)) {
        report([...here, keyword], 'FORBIDDEN_KEYWORD', 'An option has const, title and x-title-en only.');
      }
    }
    checkTitles(option, here, report);
  }
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}
