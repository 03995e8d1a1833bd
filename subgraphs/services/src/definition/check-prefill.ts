import { createFormPrefill, type GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';
import { z } from 'zod';
import type { DefinitionProblem } from './check-definition.ts';
import type { Binding, MatterDefinition } from './definition.ts';
import { prefilledForm } from './prefilled-form.ts';

const CHECK_TIMEOUT_MS = 10_000;
const NEEDS = `query Needs($document: String!) { sharingNeeds(query: $document) { departments { fields } granted notShared } }`;

const needsShape = z.object({
  sharingNeeds: z.object({
    departments: z.array(z.object({ fields: z.array(z.string()) })),
    granted: z.array(z.string()),
    notShared: z.array(z.string()),
  }),
});

/**
 * Finds what is wrong with the prefill of a definition that is sound otherwise: its document must fit the one schema, and what it finds by
 * answers must be open to every department.
 */
export async function checkPrefill(
  client: GatewayClient,
  definition: MatterDefinition,
): Promise<DefinitionProblem[]> {
  const problems = await createFormPrefill(client).check(prefilledForm(definition));
  if (problems.length > 0 || !definition.prefill) {
    return problems.map(({ code, message }) => ({
      // Fields are those of the form itself.
      code: code === 'UNKNOWN_FIELD' ? 'MALFORMED_PREFILL' : code,
      message,
      path: ['prefill'],
    }));
  }
  return checkFoundByAnswers(client, definition.prefill);
}

/**
 * Whoever applies may answer anything: what is found by an answer is read of whatever is named, and not of the applicant. So nothing may
 * be found in this way that needs a grant.
 */
async function checkFoundByAnswers(
  client: GatewayClient,
  { document, variables }: NonNullable<MatterDefinition['prefill']>,
): Promise<DefinitionProblem[]> {
  const answers = new Set(Object.keys(variables).filter((name) => readsForm(variables[name]!)));
  const part = partFoundBy(document, answers);
  if (part === null) return [];
  const problem = (code: DefinitionProblem['code'], message: string) => [
    { code, message, path: ['prefill'] },
  ];
  try {
    const { data, errors } = await client.ask(NEEDS, { document: part }, { timeoutMs: CHECK_TIMEOUT_MS });
    const read = needsShape.safeParse(data);
    if (!read.success) {
      return problem('MALFORMED_PREFILL', errors[0]?.message ?? 'The document could not be checked.');
    }
    const { departments, granted, notShared } = read.data.sharingNeeds;
    const kept = [...departments.flatMap(({ fields }) => fields), ...granted, ...notShared];
    if (kept.length === 0) return [];
    return problem(
      'MALFORMED_PREFILL',
      `${kept.join(', ')} would be told of whatever the applicant names in the form: find it by matter.applicant or matter.person, or leave it out.`,
    );
  } catch (error) {
    const message = `The document could not be checked: ${(error as Error).message} Try again.`;
    return problem('GATEWAY_UNAVAILABLE', message);
  }
}

function readsForm(binding: Binding): boolean {
  if ('from' in binding) return binding.from.startsWith('form.');
  if ('object' in binding) return Object.values(binding.object).some(readsForm);
  return 'first' in binding && binding.first.some(readsForm);
}

/** The root fields beneath which one of these variables is used, as an operation of their own; null when there is none. */
function partFoundBy(document: string, names: ReadonlySet<string>): string | null {
  const [operation] = parse(document, { noLocation: true }).definitions as [OperationDefinitionNode];
  const { selections } = operation.selectionSet;
  const chosen = selections.filter((selection) => variablesIn(selection).some((name) => names.has(name)));
  if (chosen.length === 0) return null;
  const used = new Set(chosen.flatMap(variablesIn));
  return print({
    ...operation,
    variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
      used.has(variable.name.value),
    ),
    selectionSet: { kind: Kind.SELECTION_SET, selections: chosen },
  });
}

function variablesIn(node: OperationDefinitionNode['selectionSet']['selections'][number]): string[] {
  const names: string[] = [];
  visit(node, { Variable: ({ name }) => void names.push(name.value) });
  return names;
}
