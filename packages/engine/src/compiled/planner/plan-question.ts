/**
 * All that a plan depends on beside the supergraph: equal questions have equal plans. Whatever else comes to change a
 * plan belongs in here, so that it gets into the key of what is remembered and into what the planner is told.
 */
export interface PlanQuestion {
  /** The document as the client sent it, valid for the graph's schema. */
  query: string;
  operationName?: string | undefined;
  /** Labels of progressive `@override` that hold for this request, sorted. Of a label that is not named the opposite holds. */
  overrides?: readonly string[] | undefined;
  /** Coordinates of the rules that refuse something of it to its caller, sorted; what they refuse is not planned. */
  refused?: readonly string[] | undefined;
  /** The document is our own, made of a client's: each `@defer` holds and bears a number as its label. */
  isNumbered?: boolean | undefined;
}

/** Equal for equal questions. The text itself where nothing else matters: no copy is made for each request. */
export function keyOf({ query, operationName, overrides, refused, isNumbered }: PlanQuestion): string {
  if (operationName === undefined && !overrides?.length && !refused?.length && !isNumbered) return query;
  // No document begins with this character.
  const settings = [isNumbered ? '@' : '', overrides?.join(' '), refused?.join(' '), operationName];
  return `\0${settings.join('\0')}\0${query}`;
}
