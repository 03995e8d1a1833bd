/**
 * A form: a JSON Schema of draft 2020-12, of which a bounded part is allowed (see check-form-schema.ts). The standard has no
 * titles in several languages: `title` is Chinese, `x-title-en` is English, and so are the descriptions.
 */
export interface FormSchema extends FormObject {
  $schema: typeof FORM_DIALECT;
}

export const FORM_DIALECT = 'https://json-schema.org/draft/2020-12/schema';

interface Titled {
  title: string;
  'x-title-en': string;
  description?: string;
  'x-description-en'?: string;
  /** Where in the answer to the prefill its value stands, such as `enterprise.name`; of a field that departments fill. */
  'x-from'?: string;
}

export interface FormObject extends Titled {
  type: 'object';
  properties: Record<string, FormField>;
  required?: string[];
  /** A field that has to be there when another is. */
  dependentRequired?: Record<string, string[]>;
  additionalProperties: false;
}

export interface FormList extends Titled {
  type: 'array';
  items: FormField;
  minItems?: number;
  maxItems: number;
  uniqueItems?: boolean;
}

export interface FormText extends Titled {
  type: 'string';
  minLength?: number;
  /** Left out only where a format or options bound it. */
  maxLength?: number;
  pattern?: string;
  format?: string;
  oneOf?: FormOption<string>[];
}

export interface FormNumber extends Titled {
  type: 'number' | 'integer';
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  oneOf?: FormOption<number>[];
}

export interface FormFlag extends Titled {
  type: 'boolean';
}

/** One of the values that a field may have. */
export interface FormOption<Value> {
  const: Value;
  title: string;
  'x-title-en': string;
}

export type FormField = FormObject | FormList | FormText | FormNumber | FormFlag;

/** The field at a path of names with dots, such as `premises.areaM2`; null when there is none. Lists have no fields. */
export function fieldAt(form: FormObject, column: string): FormField | null {
  let field: FormField = form;
  for (const name of column.split('.')) {
    if (field.type !== 'object' || !Object.hasOwn(field.properties, name)) return null;
    field = field.properties[name]!;
  }
  return field;
}
