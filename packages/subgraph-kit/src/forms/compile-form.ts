import { createHash } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { LRUCache } from 'lru-cache';
import type { FormField, FormObject, FormSchema } from './form-schema.ts';
import { FORMATS } from './formats.ts';
import { linearPatterns } from './linear-pattern.ts';

/** Forms that are compiled at the same time; a compiled form is some tens of kilobytes. */
const MAX_COMPILED = 500;

/** One for all forms: creating it takes longer than compiling a form. Forms are not kept in it. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  formats: FORMATS as Record<string, (text: string) => boolean>,
  code: { regExp: linearPatterns },
});

export interface CompiledForm {
  /** A form that is filled in. */
  whole: ValidateFunction;
  /** A form that is being filled in: nothing is required yet, and what is there must be sound. */
  partial: ValidateFunction;
}

const compiled = new LRUCache<string, CompiledForm>({ max: MAX_COMPILED });

/**
 * The validators of a form, compiled when it is first used.
 *
 * @param form one that `checkFormSchema` finds sound
 * @throws Error when a keyword has a value that JSON Schema does not allow
 */
export function compileForm(form: FormSchema): CompiledForm {
  const key = createHash('sha256').update(JSON.stringify(form)).digest('base64');
  const before = compiled.get(key);
  if (before) return before;
  const made = {
    whole: compile(plainField(form, true)),
    partial: compile(plainField(form, false)),
  };
  compiled.set(key, made);
  return made;
}

/** The validator of one field of a form, which is not cached. */
export function compileField(field: FormField): ValidateFunction {
  return compile(plainField(field, true));
}

/** Compiles a schema without keeping it in the validator. */
export function compile(schema: object): ValidateFunction {
  try {
    return ajv.compile(schema);
  } finally {
    ajv.removeSchema(schema);
  }
}

/** The keywords that are checked, without titles; options become an `enum`, which has one error instead of one for each option. */
function plainField(field: FormField, isWhole: boolean): object {
  const {
    title: _title,
    'x-title-en': _titleEn,
    'x-from': _from,
    description: _description,
    'x-description-en': _descriptionEn,
    ...rules
  } = field;
  switch (rules.type) {
    case 'object':
      return plainObject(rules, isWhole);
    case 'array': {
      const { minItems, ...bounds } = rules;
      return {
        ...bounds,
        ...(isWhole && minItems !== undefined && { minItems }),
        items: plainField(rules.items, isWhole),
      };
    }
    case 'boolean':
      return rules;
    default: {
      const { oneOf, ...bounds } = rules;
      return { ...bounds, ...(oneOf && { enum: oneOf.map((option) => option.const) }) };
    }
  }
}

function plainObject(
  { required, dependentRequired, ...rules }: Omit<FormObject, 'title' | 'x-title-en'> & { $schema?: string },
  isWhole: boolean,
): object {
  const properties = Object.fromEntries(
    Object.entries(rules.properties).map(([name, property]) => [name, plainField(property, isWhole)]),
  );
  return {
    ...rules,
    properties,
    ...(isWhole && { ...(required && { required }), ...(dependentRequired && { dependentRequired }) }),
  };
}
