import type { ExecutionResult, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { type Answer, differenceOf, inOneOrder } from './compare.ts';
import type { Operation } from './make-operation.ts';
import { askTypes, nameApart, type Simplify, settle, withoutRequirements } from './simplify.ts';

/** What the specification wants, and what stock execution answers. */
export interface Compared {
  expected: ExecutionResult;
  received: FormattedExecutionResult;
}

interface Reason {
  name: string;
  simplify?: Simplify;
  /** How both answers are seen before they are compared. */
  see: (answer: Answer) => Answer;
}

const dataOnly: Reason['see'] = ({ data }) => inOneOrder({ data });

/**
 * Where stock execution is known to differ from the specification. They are tried in turn, each on top of those
 * before: what is left out of the operation, or of the comparison, when stock at last agrees is why it did not.
 */
const REASONS: readonly Reason[] = [
  // It writes a field where the last plan or fragment puts it, and introspection first.
  { name: 'order of fields', see: inOneOrder },
  // It holds values of one name for one value: those of the plan and the client's, and those of different types;
  // and it finds names that every object inherits where there are none.
  { name: 'names that collide', simplify: nameApart, see: inOneOrder },
  // Its planner takes the conditions in a field for conditions of the field, and drops a field left empty.
  { name: 'conditions', simplify: settle, see: inOneOrder },
  // A plan without __typename leaves it in doubt which fragments within a fragment on an interface apply.
  { name: 'types that were not fetched', simplify: askTypes, see: inOneOrder },
  // It asks nothing of an entity that lacks what one of the fields requires.
  { name: 'requirements', simplify: withoutRequirements, see: inOneOrder },
  // It drops errors of nulls that it puts in place itself, and tells others twice or without their place.
  { name: 'errors', see: dataOnly },
];

/** Why stock execution answers otherwise; null when it does not, 'unexplained' when no known reason does. */
export async function explainStock(
  operation: Operation,
  schema: GraphQLSchema,
  compared: Compared,
  ask: (operation: Operation) => Promise<Compared>,
): Promise<string | null> {
  if (!differenceOf(compared.expected, compared.received)) return null;
  let simple = operation;
  let now = compared;
  for (const { name, simplify, see } of REASONS) {
    if (simplify) {
      simple = simplify(simple, schema);
      now = await ask(simple);
    }
    if (!differenceOf(see(now.expected), see(now.received))) return name;
  }
  return 'unexplained';
}
