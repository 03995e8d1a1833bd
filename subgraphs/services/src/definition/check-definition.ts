import { checkFormSchema, fieldAt, type FormSchema, isFormSchema } from '@yiwang/subgraph-kit/forms';
import { checkPrefill as checkPrefillDocument } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';
import { type Binding, type DepartmentCall, type MatterDefinition, stepOf } from './definition.ts';

export type DefinitionProblemCode =
  | 'MALFORMED_DEFINITION'
  | 'MALFORMED_FORM'
  | 'UNKNOWN_STEP'
  | 'CIRCULAR_STEPS'
  | 'UNKNOWN_SOURCE'
  | 'MALFORMED_DOCUMENT'
  | 'MALFORMED_PREFILL'
  | 'UNKNOWN_PATH'
  | 'FIELD_IS_NOT_SHARED'
  | 'GATEWAY_UNAVAILABLE';

export interface DefinitionProblem {
  code: DefinitionProblemCode;
  message: string;
  /** Where it is, such as `steps`, `tax`, `do`. */
  path: string[];
}

const MAX_STEPS = 20;
const MAX_DOCUMENT_CHARACTERS = 20_000;
const MAX_DAYS = 365;
const MAX_DEPTH = 5;

const title = z.string().trim().min(1).max(200);
const name = z.string().regex(/^[a-z][A-Za-z0-9]{0,49}$/, 'must be a name such as registration');
const document = z.string().min(1).max(MAX_DOCUMENT_CHARACTERS);

const binding: z.ZodType<Binding> = z.lazy(() =>
  z.union([
    z.strictObject({ from: z.string().regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*){0,9}$/) }),
    z.strictObject({ value: z.json() }),
    z.strictObject({ object: z.record(z.string(), binding) }),
    z.strictObject({ first: z.array(binding).min(1).max(5) }),
  ]),
);
const call = z.strictObject({ document, variables: z.record(z.string(), binding) });
const step = {
  name,
  title,
  'x-title-en': title,
  department: z.string().regex(/^[a-z][a-z0-9-]{0,49}$/),
  needs: z.array(name).max(MAX_STEPS),
  when: z.string().nullable(),
  onDenial: z.enum(['UNDO', 'CONTINUE']),
  undo: call.nullable(),
};
const definitionShape = z.strictObject({
  title,
  'x-title-en': title,
  basis: title,
  promisedDays: z.number().int().min(1).max(MAX_DAYS),
  form: z.custom<FormSchema>((form) => typeof form === 'object' && form !== null),
  prefill: call.nullish(),
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...step, kind: z.literal('MACHINE'), do: call }),
        z.strictObject({
          ...step,
          kind: z.literal('CASE'),
          item: z
            .string()
            .regex(/^[0-9A-Z]{12}$/, 'must be a basic code of 12 characters')
            .nullish(),
          file: call,
          refile: call,
          withdraw: call,
          read: document,
          changes: document,
        }),
      ]),
    )
    .min(1)
    .max(MAX_STEPS),
});

/**
 * Finds what keeps a definition from being published, as far as it can be seen without the one schema: its shape, its form, the order of
 * its steps, and that each value comes from somewhere.
 */
export function checkDefinition(given: unknown): DefinitionProblem[] {
  const read = definitionShape.safeParse(given);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => ({
      code: 'MALFORMED_DEFINITION',
      message: `${path.join('.') || 'The definition'}: ${message}`,
      path: path.map(String),
    }));
  }
  const definition: MatterDefinition = read.data;
  const form = checkFormSchema(definition.form).map(({ path, message }): DefinitionProblem => ({
    code: 'MALFORMED_FORM',
    message,
    path: ['form', ...path],
  }));
  const prefill = checkPrefill(definition.prefill?.document ?? null);
  const order = checkOrder(definition);
  // Where a value comes from can only be followed through what is sound itself.
  const isSound = form.length === 0 && order.length === 0;
  return [
    ...form,
    ...prefill,
    ...order,
    ...(isSound ? [...checkPrefillSources(definition), ...checkSources(definition)] : []),
  ];
}

function checkPrefill(document: string | null): DefinitionProblem[] {
  const problems = document === null ? [] : checkPrefillDocument(document);
  return problems.map(({ code, message }) => ({ code, message, path: ['prefill'] }));
}

/** A form is filled in before any step is taken. */
function checkPrefillSources({ prefill, form }: MatterDefinition): DefinitionProblem[] {
  return sourcesIn(prefill?.variables ?? {}).flatMap(({ from, depth }): DefinitionProblem[] => {
    const path = ['prefill'];
    if (depth > MAX_DEPTH) {
      return [{ code: 'MALFORMED_DEFINITION', message: 'Objects are nested too deep.', path }];
    }
    if (isFromForm(form, from) || isFromMatter(from)) return [];
    const message = `${from} comes from nowhere: what is prefilled is found by the form, matter.number, region, person or applicant.`;
    return [{ code: 'UNKNOWN_SOURCE', message, path }];
  });
}

function isFromForm(form: FormSchema, from: string): boolean {
  return from.startsWith('form.') && isInForm(form, from.slice('form.'.length));
}

function isFromMatter(from: string): boolean {
  const [root, first] = from.split('.');
  return root === 'matter' && MATTER_VALUES.has(first ?? '');
}

function checkOrder({ steps }: MatterDefinition): DefinitionProblem[] {
  const names = steps.map((one) => one.name);
  const twice = names.find((one, i) => names.indexOf(one) !== i);
  if (twice !== undefined) {
    return [
      { code: 'MALFORMED_DEFINITION', message: `Two steps are called ${twice}.`, path: ['steps', twice] },
    ];
  }
  const unknown = steps.flatMap((one) =>
    one.needs
      .filter((need) => !names.includes(need))
      .map((need): DefinitionProblem => ({
        code: 'UNKNOWN_STEP',
        message: `${one.name} needs ${need}, which is no step of the matter.`,
        path: ['steps', one.name, 'needs'],
      })),
  );
  if (unknown.length > 0) return unknown;
  const circular = steps.find((one) => needsOf(steps, one.name).has(one.name));
  if (!circular) return [];
  const message = `${circular.name} needs itself, by way of other steps: it could never begin.`;
  return [{ code: 'CIRCULAR_STEPS', message, path: ['steps', circular.name, 'needs'] }];
}

/** All steps that must be done before a step. */
function needsOf(steps: MatterDefinition['steps'], name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const need of stepOf({ steps }, one).needs) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(name);
  return found;
}

const MATTER_VALUES: ReadonlySet<string> = new Set(['number', 'region', 'person', 'applicant']);

function checkSources(definition: MatterDefinition): DefinitionProblem[] {
  const { steps, form } = definition;
  return steps.flatMap((one) => {
    const before = needsOf(steps, one.name);
    const calls: [string, DepartmentCall | null, own: boolean][] =
      one.kind === 'MACHINE'
        ? [['do', one.do, false]]
        : [
            ['file', one.file, false],
            ['refile', one.refile, true],
            ['withdraw', one.withdraw, true],
          ];
    calls.push(['undo', one.undo, true]);
    const condition: DefinitionProblem[] =
      one.when === null || isInForm(form, one.when)
        ? []
        : [
            {
              code: 'UNKNOWN_SOURCE',
              message: `The form has no field ${one.when}.`,
              path: ['steps', one.name, 'when'],
            },
          ];
    const sources = calls.flatMap(([kind, made, hasOwn]) =>
      sourcesIn(made?.variables ?? {}).flatMap(({ from, depth }): DefinitionProblem[] => {
        const path = ['steps', one.name, kind];
        const [root, first] = from.split('.');
        const isKnown =
          isFromForm(form, from) ||
          isFromMatter(from) ||
          (root === 'case' && hasOwn && one.kind === 'CASE' && first === 'number') ||
          (root === 'steps' && (before.has(first ?? '') || (hasOwn && first === one.name)));
        if (depth > MAX_DEPTH) {
          return [{ code: 'MALFORMED_DEFINITION', message: 'Objects are nested too deep.', path }];
        }
        if (isKnown) return [];
        const message = `${from} comes from nowhere: a value comes from the form, matter.number, region, person or applicant, or from a step that is done before.`;
        return [{ code: 'UNKNOWN_SOURCE', message, path }];
      }),
    );
    return [...condition, ...sources];
  });
}

function isInForm(form: FormSchema, column: string): boolean {
  return column !== '' && isFormSchema(form) && fieldAt(form, column) !== null;
}

function sourcesIn(variables: DepartmentCall['variables'], depth = 1): { from: string; depth: number }[] {
  return Object.values(variables).flatMap((one) => {
    if ('from' in one) return [{ from: one.from, depth }];
    if ('first' in one) return sourcesIn(Object.fromEntries(one.first.entries()), depth + 1);
    return 'object' in one ? sourcesIn(one.object, depth + 1) : [];
  });
}
