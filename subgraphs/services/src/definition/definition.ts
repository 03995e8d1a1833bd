import type { FormSchema } from '@yiwang/subgraph-kit/forms';

/** A matter 一件事 as its officials write it: one form, and the steps that departments take for it. It is data, checked before it is published. */
export interface MatterDefinition {
  title: string;
  'x-title-en': string;
  /** The law by which departments are asked: the basis of the purpose. */
  basis: string;
  /** Working days in which the whole is done. */
  promisedDays: number;
  /** One form for all steps. The part of each is an object of it, where that reads well. */
  form: FormSchema;
  /**
   * What the form takes from other departments: a query whose variables come from the form and the application. Fields of the form say by
   * `x-from` where in its answer their values stand. Null or left out when it takes nothing.
   */
  prefill?: DepartmentCall | null | undefined;
  /** In the order in which people read them. */
  steps: readonly StepDefinition[];
}

export type StepDefinition = MachineStep | CaseStep;

interface AnyStep {
  /** Unique in the matter, such as `registration`. */
  name: string;
  title: string;
  'x-title-en': string;
  /** The department that takes it, by its name in the graph. */
  department: string;
  /** Steps that must be done before, by name. */
  needs: readonly string[];
  /** Path of the answer without which the step is left out, such as `food.isWanted`; null for a step of every application. */
  when: string | null;
  /** What the matter does when the department denies the step: undo everything, or go on without it and whatever needs it. */
  onDenial: 'UNDO' | 'CONTINUE';
  /** Undoes the step after it is done; null when its result stays, whatever becomes of the matter. */
  undo: DepartmentCall | null;
}

/** A step that a department's program takes, in one mutation. */
export interface MachineStep extends AnyStep {
  kind: 'MACHINE';
  do: DepartmentCall;
}

/** A step that people decide: a case in a department. */
export interface CaseStep extends AnyStep {
  kind: 'CASE';
  /** The item of the basic catalogue of which it is a case: 12 characters. Null or left out when it is a case of none. */
  item?: string | null | undefined;
  /** Makes the case and submits it. Its payload holds the number of the case, at `number`. */
  file: DepartmentCall;
  /** Submits it again, after a return. */
  refile: DepartmentCall;
  /** Withdraws it while nothing is decided. */
  withdraw: DepartmentCall;
  /** A query of `$numbers: [ID!]!` that gives the cases in their order: number, state, version, decision, defects, and what later steps need. */
  read: string;
  /** A query of `$after: ID, $first: Int!` that gives what has changed: id, at, number, version, state. */
  changes: string;
}

/**
 * An operation of the one schema. That of a step is one mutation with one root field, whose payload has
 * `userErrors { code message field }`.
 */
export interface DepartmentCall {
  document: string;
  /** By variable. `$idempotencyKey` is given by the department itself. */
  variables: Readonly<Record<string, Binding>>;
}

/**
 * Where the value of a variable comes from: `from` is a path into {@link BindingSources}, such as `form.enterprise.name` or
 * `steps.registration.uscc`; an object has several, and `first` takes the
 * first value that is there.
 */
export type Binding =
  | { from: string }
  | { value: unknown }
  | { object: Readonly<Record<string, Binding>> }
  | { first: readonly Binding[] };

/** What bindings read. */
export interface BindingSources {
  form: Readonly<Record<string, unknown>>;
  matter: {
    number: string;
    region: string;
    /** `sub` of the person who applies, or acts for the enterprise. */
    person: string;
    /** The enterprise that applies; null when the person does. */
    applicant: string | null;
  };
  /** Results of the steps that are done, and of the case of the step itself, as `case`. */
  steps: Readonly<Record<string, unknown>>;
  case: { number: string } | null;
}

/** The value of a binding. What is missing is null. */
export function valueOf(binding: Binding, sources: BindingSources): unknown {
  if ('value' in binding) return binding.value;
  if ('object' in binding) return variablesOf(binding.object, sources);
  if ('first' in binding) {
    const values = binding.first.map((one) => valueOf(one, sources));
    return values.find((value) => value !== null) ?? null;
  }
  return valueAt(sources, binding.from);
}

function valueAt(root: object, path: string): unknown {
  let value: unknown = root;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value ?? null;
}

export function variablesOf(
  variables: Readonly<Record<string, Binding>>,
  sources: BindingSources,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, binding]) => [name, valueOf(binding, sources)]),
  );
}

/** Names of the steps that these answers leave out. */
export function leftOutBy(
  { steps }: Pick<MatterDefinition, 'steps'>,
  form: BindingSources['form'],
): string[] {
  return steps.flatMap(({ name, when }) => {
    if (when === null) return [];
    const value = valueAt(form, when);
    return value === null || value === false ? [name] : [];
  });
}

/** The item of the basic catalogue of which a step is a case; null when it is of none. */
export function itemOf(step: StepDefinition): string | null {
  return step.kind === 'CASE' ? (step.item ?? null) : null;
}

export function stepOf({ steps }: Pick<MatterDefinition, 'steps'>, name: string): StepDefinition {
  const found = steps.find((step) => step.name === name);
  if (!found) throw new Error(`The matter has no step ${name}.`);
  return found;
}
