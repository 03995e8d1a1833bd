/**
 * The part of JSON Schema that forms use (docs/service-items.md#forms), as pages read it. What a form may hold was checked when it was published.
 *
 * Forms are drawn by a renderer of our own and not by a library for JSON Schema: the part is small, every form must be HTML that posts without
 * scripts, and validators of JSON Schema compile code, which the content security policy forbids.
 */
interface Titled {
  title: string;
  'x-title-en'?: string;
  description?: string;
  'x-description-en'?: string;
  'x-from'?: string;
}

export interface FormObject extends Titled {
  type: 'object';
  properties: Record<string, FormField>;
  required?: string[];
  dependentRequired?: Record<string, string[]>;
}

export interface FormList extends Titled {
  type: 'array';
  items: FormField;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
}

export interface FormOption {
  const: string | number;
  title: string;
  'x-title-en'?: string;
}

export interface FormText extends Titled {
  type: 'string';
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  oneOf?: FormOption[];
}

export interface FormNumber extends Titled {
  type: 'number' | 'integer';
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  oneOf?: FormOption[];
}

export interface FormFlag extends Titled {
  type: 'boolean';
}

export type FormField = FormObject | FormList | FormText | FormNumber | FormFlag;

/** Null when the graph gave none, as for cases of registers. */
export function readSchema(schema: unknown): FormObject | null {
  const form = schema as FormObject | null;
  return form?.type === 'object' && typeof form.properties === 'object' ? form : null;
}

/** A screen of a form: fields of the form itself, or one object or list. */
export interface FormStep {
  /** Names of properties of the form, in their order. */
  names: string[];
}

/** More single fields than this are too many for one screen. */
const MAX_FIELDS = 5;

/** The screens of a form. Each object or list has its own; single fields that follow one another share some, each about as long. */
export function stepsOf(form: FormObject): FormStep[] {
  const runs: string[][] = [];
  let isOpen = false;
  for (const [name, field] of Object.entries(form.properties)) {
    const isGroup = field.type === 'object' || field.type === 'array';
    if (isGroup || !isOpen) runs.push([]);
    runs.at(-1)!.push(name);
    isOpen = !isGroup;
  }
  return runs.flatMap((names) => {
    const screens = Math.ceil(names.length / MAX_FIELDS);
    const size = Math.ceil(names.length / screens);
    return Array.from({ length: screens }, (_, i) => ({ names: names.slice(i * size, (i + 1) * size) }));
  });
}

/** Number of the screen on which a field is, from the path of an answer or a name with dots; 0 when there is none. */
export function stepOf(steps: readonly FormStep[], path: string): number {
  const name = path.split('.')[0]!;
  return Math.max(
    steps.findIndex(({ names }) => names.includes(name)),
    0,
  );
}

/** The field at a path such as `owners.0.name`; null when there is none. */
export function fieldAt(form: FormObject, path: string): FormField | null {
  let field: FormField | undefined = form;
  for (const key of path.split('.')) {
    if (field?.type === 'object') field = field.properties[key];
    else if (field?.type === 'array' && /^\d+$/.test(key)) field = field.items;
    else return null;
  }
  return field ?? null;
}

/** Paths of all single answers of a form, those in lists left out. */
export function pathsOf(form: FormObject, above = ''): string[] {
  return Object.entries(form.properties).flatMap(([name, field]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return field.type === 'object' ? pathsOf(field, path) : [path];
  });
}

/**
 * Which field officials mean: they name its path, its title, or the name that it has in their department.
 *
 * @returns null when it is none, or may be several
 */
export function pathOfAbout(form: FormObject, about: string): string | null {
  if (about !== '' && fieldAt(form, about)) return about;
  const found = pathsOf(form).filter((path) => {
    const field = fieldAt(form, path);
    return path.endsWith(`.${about}`) || field?.title === about || field?.['x-title-en'] === about;
  });
  return found.length === 1 ? found[0]! : null;
}
