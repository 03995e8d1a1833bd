import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { GatewayClient } from './gateway-client.ts';
import { readSharingNeeds, type SelectedField } from './read-sharing-needs.ts';

/** What a form takes from other departments: one operation of the one schema, and which of its values go into which fields. */
export interface PrefillDefinition {
  /** A query whose only variables are those of `variables`. */
  document: string;
  /** {@link PREFILL_VARIABLES} when it is left out. */
  variables?: readonly string[] | undefined;
  fields: readonly { field: string; path: string }[];
}

/** What is known of the case when its form is opened. */
export const PREFILL_VARIABLES: readonly string[] = ['uscc', 'region'];

/**
 * A definition that was checked against the one schema: one query for each department, so that none waits for another. What is found by
 * different variables is asked apart: one that is missing costs its own values only.
 */
export interface CompiledPrefill {
  parts: readonly PrefillPart[];
}

export interface PrefillPart {
  department: string;
  query: string;
  /** Names of the variables that it uses. */
  variables: readonly string[];
  /** Those of them without which it cannot be asked. */
  needed: readonly string[];
  values: readonly PrefillSource[];
}

/** Where the value of one field of the form comes from. */
export interface PrefillSource {
  field: string;
  path: string;
  coordinate: string;
  sharing: 'UNCONDITIONAL' | 'CONDITIONAL';
}

export type PrefillProblemCode =
  'MALFORMED_PREFILL' | 'UNKNOWN_FIELD' | 'UNKNOWN_PATH' | 'FIELD_IS_NOT_SHARED' | 'GATEWAY_UNAVAILABLE';

export interface PrefillProblem {
  code: PrefillProblemCode;
  message: string;
}

const MAX_FIELDS = 100;

/**
 * Checks a definition against the schema that is published now. The gateway is asked as the department's own client, which needs the
 * scope sharing:apply.
 *
 * @param formFields names of the fields that the form has
 */
export async function compilePrefill(
  client: GatewayClient,
  definition: PrefillDefinition,
  formFields: ReadonlySet<string>,
): Promise<CompiledPrefill | PrefillProblem[]> {
  const { document, fields, variables = PREFILL_VARIABLES } = definition;
  const parsed = readDocument(document, variables);
  if (!('operation' in parsed)) return [parsed];
  if (fields.length > MAX_FIELDS) return [malformed(`At most ${MAX_FIELDS} fields can be filled in.`)];
  let selected: readonly SelectedField[];
  try {
    const needs = await readSharingNeeds(client, document);
    if (!needs.selected) return [malformed(needs.errors[0]?.message ?? 'The document could not be checked.')];
    selected = needs.selected;
  } catch (error) {
    const message = `The document could not be checked: ${(error as Error).message} Try again.`;
    return [{ code: 'GATEWAY_UNAVAILABLE', message }];
  }

  const byPath = new Map(selected.map((one) => [one.path, one]));
  const problems: PrefillProblem[] = [];
  const values = new Map<string, { department: string; sources: PrefillSource[] }>();
  for (const { field, path } of fields) {
    const problem = problemOf(field, path, byPath.get(path), formFields);
    if (problem) {
      problems.push(problem);
      continue;
    }
    const { coordinate, departments, sharing } = byPath.get(path)!;
    const department = departments[0]!.name;
    const source = { field, path, coordinate, sharing: sharing as PrefillSource['sharing'] };
    const key = [department, ...partOf(parsed, department, [source]).needed].join(' ');
    const part = values.get(key) ?? { department, sources: [] };
    part.sources.push(source);
    values.set(key, part);
  }
  const filled = fields.map(({ field }) => field);
  const twice = filled.find((field, i) => filled.indexOf(field) !== i);
  if (twice !== undefined) problems.push(malformed(`${twice} is filled in twice.`));
  if (problems.length > 0) return problems;
  return {
    parts: [...values.values()].map(({ department, sources }) => partOf(parsed, department, sources)),
  };
}

function problemOf(
  field: string,
  path: string,
  selected: SelectedField | undefined,
  formFields: ReadonlySet<string>,
): PrefillProblem | null {
  if (!formFields.has(field)) return { code: 'UNKNOWN_FIELD', message: `The form has no field ${field}.` };
  if (!selected || selected.departments.length === 0) {
    return { code: 'UNKNOWN_PATH', message: `The document selects no value of a department at ${path}.` };
  }
  if (selected.sharing === 'NOT_SHARED') {
    const message = `${selected.coordinate} is not shared: no department can be granted it.`;
    return { code: 'FIELD_IS_NOT_SHARED', message };
  }
  return null;
}

interface Parsed {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function readDocument(text: string, variables: readonly string[]): Parsed | PrefillProblem {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: 2_000, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return malformed(error.message);
    throw error;
  }
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.operation !== 'query') {
    return malformed('The document must have one operation, a query.');
  }
  const other = operation.variableDefinitions?.find(
    ({ variable }) => !variables.includes(variable.name.value),
  );
  if (other) {
    const names = variables.map((name) => `$${name}`).join(' and ') || 'none';
    return malformed(`There is no variable $${other.variable.name.value}: a form is filled in by ${names}.`);
  }
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: new Map(fragments.map((one) => [one.name.value, one])) };
}

/** The part of the operation that selects the values of one department. */
function partOf(
  { operation, fragments }: Parsed,
  department: string,
  values: readonly PrefillSource[],
): PrefillPart {
  const wanted = new Set(values.map(({ path }) => path));
  const pruned: OperationDefinitionNode = {
    ...operation,
    selectionSet: prune(operation.selectionSet, '')!,
  };
  const variables = variablesIn(pruned);
  const declared = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  const needed = declared
    .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
    .map(({ variable }) => variable.name.value);
  const query = print({ ...pruned, variableDefinitions: declared });
  return { department, query, variables: [...variables].sort(), needed, values };

  function prune({ selections, ...rest }: SelectionSetNode, above: string): SelectionSetNode | null {
    const kept = selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) {
        const at = `${above}${selection.alias?.value ?? selection.name.value}`;
        if (!selection.selectionSet) return wanted.has(at) ? [selection] : [];
        const below = prune(selection.selectionSet, `${at}.`);
        return below ? [{ ...selection, selectionSet: below }] : [];
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
      const inside = prune(fragment.selectionSet, above);
      if (!inside) return [];
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          ...(fragment.typeCondition && { typeCondition: fragment.typeCondition }),
          ...(selection.directives && { directives: selection.directives }),
          selectionSet: inside,
        },
      ];
    });
    return kept.length > 0 ? { ...rest, selections: kept } : null;
  }
}

function variablesIn({ selectionSet }: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function malformed(message: string): PrefillProblem {
  return { code: 'MALFORMED_PREFILL', message };
}
