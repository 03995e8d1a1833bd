import { checkForm, type FormSchema, isFormSchema, isTitle, type Problem } from '@yiwang/subgraph-kit/forms';
import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { checkPrefill } from '@yiwang/subgraph-kit/prefill';
import type { Entitlement, EntitlementCell } from './entitlement.ts';

type EntitlementProblem = Problem<'MALFORMED_ENTITLEMENT'>;

const VARIABLES: Readonly<Record<string, string>> = {
  region: 'RegionCode',
  usccs: '[USCC!]',
  after: 'String',
};
const PATH = /^[A-Za-z_]\w{0,99}(\.[A-Za-z_]\w{0,99}){0,9}$/;
const MAX_ROWS = 20;
const MAX_CELLS = 20;
const MAX_VALUES = 200;
const MAX_TEXT_CHARACTERS = 200;
const MAX_VALID_DAYS = 366;
const MAX_PROBLEMS = 20;
const CELL_KEYS = ['const', 'enum', 'minimum', 'maximum', 'contains'];

/** The list of a document that says who is entitled. */
export interface EntitlementList {
  /** The name of the list in the answer. */
  root: string;
  /** Names of its variables. */
  variables: ReadonlySet<string>;
}

/**
 * What is wrong with what says who is entitled, as far as its own text tells. Whether the one schema has its fields is for whoever has the
 * schema.
 */
export function checkEntitlement(entitlement: Entitlement, form: unknown): EntitlementProblem[] {
  const problems: EntitlementProblem[] = [];
  const report = (path: string[], message: string) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ path, code: 'MALFORMED_ENTITLEMENT', message });
  };
  const { document, subject, conditions, validDays } = entitlement;
  const list = readList(document);
  if (typeof list === 'string') report(['document'], list);
  if (!PATH.test(subject))
    report(['subject'], 'subject is a path of names with dots, such as enterprise.uscc.');
  if (!Number.isInteger(validDays) || validDays < 1 || validDays > MAX_VALID_DAYS) {
    report(['validDays'], `An offer holds for 1 to ${MAX_VALID_DAYS} days.`);
  }
  checkConditions(conditions, report);
  if (isFormSchema(form)) checkAnswersOf(entitlement, form, report);
  return problems;
}

type Report = (path: string[], message: string) => void;

function checkAnswersOf({ form: answers }: Entitlement, form: FormSchema, report: Report): void {
  for (const { path, message } of checkForm(form, answers, { isPartial: true }))
    report(['form', ...path], message);
}

/** The list of a document, or what is wrong with it. */
export function readList(text: string): EntitlementList | string {
  const [problem] = checkPrefill(text);
  if (problem)
    return problem.message.replaceAll('A prefill', 'The document').replaceAll('The prefill', 'The document');
  const document: DocumentNode = parse(text, { noLocation: true });
  const operation = document.definitions[0] as OperationDefinitionNode;
  const variables = new Set<string>();
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const declared = VARIABLES[name];
    if (declared === undefined || typeText(type) !== declared) {
      return `The document may have the variables ${Object.entries(VARIABLES)
        .map((one) => `$${one.join(': ')}`)
        .join(', ')}, and no others.`;
    }
    variables.add(name);
  }
  if (!variables.has('after'))
    return 'The document takes $after: String, by which it goes on with the next page.';
  const [root, ...others] = fieldsOf(operation);
  if (!root || others.length > 0 || operation.selectionSet.selections.length > 1) {
    return 'The document selects one list, without fragments at its root.';
  }
  const pageInfo = childOf(root, 'pageInfo');
  const node = childOf(childOf(root, 'edges'), 'node');
  const isPage = ['hasNextPage', 'endCursor'].every((name) => childOf(pageInfo, name) !== undefined);
  if (!node || !isPage) {
    return 'The document selects edges { node { … } } and pageInfo { hasNextPage endCursor } of its list, without aliases.';
  }
  return { root: root.alias?.value ?? root.name.value, variables };
}

function fieldsOf(at: { selectionSet?: OperationDefinitionNode['selectionSet'] | undefined }): FieldNode[] {
  return (at.selectionSet?.selections ?? []).flatMap((one) => (one.kind === Kind.FIELD ? [one] : []));
}

function childOf(field: FieldNode | undefined, name: string): FieldNode | undefined {
  return field && fieldsOf(field).find((one) => one.name.value === name && one.alias === undefined);
}

function typeText(type: NonNullable<OperationDefinitionNode['variableDefinitions']>[number]['type']): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${typeText(type.type)}]` : `${typeText(type.type)}!`;
}

function checkConditions(conditions: unknown, report: Report): void {
  if (!Array.isArray(conditions) || conditions.length === 0 || conditions.length > MAX_ROWS) {
    return report(['conditions'], `Conditions are 1 to ${MAX_ROWS} rows.`);
  }
  for (const [i, row] of (conditions as unknown[]).entries()) {
    const path = ['conditions', String(i)];
    if (!isRecord(row) || !isRecord(row['when'])) {
      report(path, 'A row has title, x-title-en and when.');
      continue;
    }
    const extra = Object.keys(row).find((name) => !['title', 'x-title-en', 'when'].includes(name));
    if (extra !== undefined)
      report([...path, extra], 'A row has title, x-title-en and when, and nothing else.');
    for (const name of ['title', 'x-title-en']) {
      if (!isTitle(row[name])) report([...path, name], `A row has a ${name}.`);
    }
    const cells = Object.entries(row['when']);
    if (cells.length === 0 || cells.length > MAX_CELLS) {
      report([...path, 'when'], `A row has 1 to ${MAX_CELLS} conditions: nobody is entitled without any.`);
    }
    for (const [at, cell] of cells) {
      if (!PATH.test(at)) report([...path, 'when', at], 'A condition is on a path of names with dots.');
      const wrong = problemOfCell(cell);
      if (wrong !== null) report([...path, 'when', at], wrong);
    }
  }
}

function problemOfCell(cell: unknown): string | null {
  const kinds = 'A condition is const, enum, contains, or minimum and maximum.';
  if (!isRecord(cell)) return kinds;
  const names = Object.keys(cell);
  const isRange = names.length > 0 && names.every((name) => name === 'minimum' || name === 'maximum');
  if (names.some((name) => !CELL_KEYS.includes(name)) || !(isRange || names.length === 1)) return kinds;
  const { enum: some, ...one } = cell as EntitlementCell;
  if (some !== undefined) {
    const isList = Array.isArray(some) && some.length > 0 && some.length <= MAX_VALUES;
    return isList && some.every(isScalar) ? null : `enum has 1 to ${MAX_VALUES} texts, numbers or flags.`;
  }
  if (isRange) {
    return Object.values(one).every((value) => typeof value === 'number' && Number.isFinite(value))
      ? null
      : 'minimum and maximum are numbers.';
  }
  return Object.values(one).every(isScalar) ? null : 'const and contains are a text, a number or a flag.';
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'string')
    return value.length <= MAX_TEXT_CHARACTERS && !value.includes('\0') && value.isWellFormed();
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
