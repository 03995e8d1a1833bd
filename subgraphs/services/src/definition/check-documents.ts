import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import {
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { DefinitionProblem } from './check-definition.ts';
import { checkPrefill } from './check-prefill.ts';
import type { DepartmentCall, MatterDefinition } from './definition.ts';

const CHECK_TIMEOUT_MS = 10_000;
const CHECK = `query Check($document: String!) { sharingNeeds(query: $document) { notShared } }`;

/** One document of a step, and how it is used. */
interface UsedDocument {
  document: string;
  path: string[];
  operation: OperationTypeNode;
  /** Names of the variables that are given. */
  variables: readonly string[];
}

/**
 * Finds what is wrong with the documents of a definition that is sound otherwise: each must be one operation of the one schema, with one
 * root field, that takes just the variables that it is given.
 */
export async function checkDocuments(
  client: GatewayClient | null,
  definition: MatterDefinition,
): Promise<DefinitionProblem[]> {
  const used = documentsOf(definition);
  const problems = used.flatMap(checkShape);
  if (problems.length > 0) return problems;
  if (client === null) {
    const message = 'The documents cannot be checked: this department has no gateway (GATEWAY_URL).';
    return [{ code: 'GATEWAY_UNAVAILABLE', message, path: ['steps'] }];
  }
  const distinct = [...new Map(used.map((one) => [one.document, one])).values()];
  const checks = distinct.map((one) => checkAgainstSchema(client, one));
  return (await Promise.all([...checks, checkPrefill(client, definition)])).flat();
}

function documentsOf({ steps }: MatterDefinition): UsedDocument[] {
  return steps.flatMap((step) => {
    const at = (kind: string) => ['steps', step.name, kind];
    const mutation = (kind: string, call: DepartmentCall | null): UsedDocument[] =>
      call === null
        ? []
        : [
            {
              document: call.document,
              path: at(kind),
              operation: OperationTypeNode.MUTATION,
              variables: [...Object.keys(call.variables), 'idempotencyKey'],
            },
          ];
    const query = (kind: string, document: string, variables: string[]): UsedDocument => ({
      document,
      path: at(kind),
      operation: OperationTypeNode.QUERY,
      variables,
    });
    if (step.kind === 'MACHINE') return [...mutation('do', step.do), ...mutation('undo', step.undo)];
    return [
      ...mutation('file', step.file),
      ...mutation('refile', step.refile),
      ...mutation('withdraw', step.withdraw),
      ...mutation('undo', step.undo),
      query('read', step.read, ['numbers']),
      query('changes', step.changes, ['after', 'first']),
    ];
  });
}

function checkShape({ document, path, operation: kind, variables }: UsedDocument): DefinitionProblem[] {
  const malformed = (message: string): DefinitionProblem[] => [{ code: 'MALFORMED_DOCUMENT', message, path }];
  let operation: OperationDefinitionNode;
  try {
    const { definitions } = parse(document, { maxTokens: 2_000, noLocation: true });
    const [first] = definitions;
    if (definitions.length !== 1 || first?.kind !== Kind.OPERATION_DEFINITION) {
      return malformed('The document must be one operation, without fragments.');
    }
    operation = first;
  } catch (error) {
    if (error instanceof GraphQLError) return malformed(error.message);
    throw error;
  }
  if (operation.operation !== kind) return malformed(`The operation must be a ${kind}.`);
  const [root, ...more] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD || more.length > 0) {
    return malformed('The operation must have one root field, so that it is done as a whole or not at all.');
  }
  const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const missing = declared.filter((one) => !variables.includes(one));
  const unused = variables.filter((one) => !declared.includes(one));
  if (missing.length > 0) return malformed(`Nothing gives a value to ${list(missing)}.`);
  if (unused.length > 0) return malformed(`The operation does not declare ${list(unused)}.`);
  return kind === OperationTypeNode.MUTATION ? checkPayload(root, malformed) : [];
}

/** A payload has `userErrors { code message field }` and one more field. */
function checkPayload(
  { selectionSet }: FieldNode,
  malformed: (message: string) => DefinitionProblem[],
): DefinitionProblem[] {
  const names = fieldNames(selectionSet);
  const errors = selectionSet?.selections.find(
    (one) => one.kind === Kind.FIELD && one.name.value === 'userErrors',
  ) as FieldNode | undefined;
  const parts = fieldNames(errors?.selectionSet);
  if (!['code', 'message', 'field'].every((part) => parts.includes(part))) {
    return malformed('The payload must have userErrors { code message field }.');
  }
  return names.length <= 2
    ? []
    : malformed(
        'The payload must have userErrors and at most one more field, which is the result of the step.',
      );
}

function fieldNames(selectionSet: SelectionSetNode | undefined): string[] {
  return (selectionSet?.selections ?? []).flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
}

function list(names: readonly string[]): string {
  return names.map((name) => `$${name}`).join(', ');
}

async function checkAgainstSchema(
  client: GatewayClient,
  { document, path }: UsedDocument,
): Promise<DefinitionProblem[]> {
  try {
    const { errors } = await client.ask(CHECK, { document }, { timeoutMs: CHECK_TIMEOUT_MS });
    return errors.map(({ message }) => ({ code: 'MALFORMED_DOCUMENT', message, path }));
  } catch (error) {
    const message = `The document could not be checked: ${(error as Error).message} Try again.`;
    return [{ code: 'GATEWAY_UNAVAILABLE', message, path }];
  }
}
