import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, print } from 'graphql';
import type { PlanRequest } from '../core/plan-request.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import type { Access } from './access.ts';
import type { GivenReads } from './argument-reads.ts';
import { createDecisions } from './decide-field.ts';
import type { FilteredOperation } from './filtered-operation.ts';
import { OperationFilter } from './operation-filter.ts';

/** What preparing an operation that meets rules needs to know. Null for one that meets none. */
export type Guard = { access: Access; filtered: FilteredOperation } | null;

/** @param planRequest names the rules that deny something, and what its variables read */
export function guardOf(
  access: Access | null,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { denied = [], given = [] }: Pick<PlanRequest, 'denied' | 'given'> = {},
): Guard {
  if (!access) return null;
  const filtered = filterUnauthorizedFields(access, schema, document, operation, new Set(denied), given);
  const { denied: deniedFields, conditional, knowable } = filtered;
  return deniedFields.size + conditional.length + knowable.size > 0 ? { access, filtered } : null;
}

/** The plan request for what is left of a filtered operation. */
export function filteredPlanRequest(planRequest: PlanRequest, { planned }: FilteredOperation): PlanRequest {
  return { ...planRequest, query: print(planned), denied: undefined, given: undefined };
}

/**
 * Removes from a valid operation what its caller may not read.
 *
 * A selection is denied when a rule of its field denies it, or a rule of the same field on a type that an object there may
 * have. Also denied are a selection that would only reveal that a row exists, to a caller who may not know that, and a root
 * field of which nothing is left that may be read.
 *
 * What the arguments of a field read counts as if it were selected in the field's place.
 *
 * @param deniedRules their names
 * @param given what variables read
 */
function filterUnauthorizedFields(
  access: Access,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  deniedRules: ReadonlySet<string>,
  given: GivenReads,
): FilteredOperation {
  const fragments = fragmentsOf(document);
  const decisions = createDecisions(access, schema, fragments, deniedRules, given);
  const filter = new OperationFilter(access, schema, fragments, operation, decisions, new Map());
  const filtered = filter.run();
  const emptyRoots = filter.emptyRoots();
  if (emptyRoots.size === 0) return filtered;
  return new OperationFilter(access, schema, fragments, operation, decisions, emptyRoots).run();
}
