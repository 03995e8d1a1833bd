/**
 * Everything that a plan depends on besides the supergraph: equal requests have equal plans. Anything new that
 * affects plans must be added here, so that it becomes part of the cache key and is sent to the planner.
 */
export interface PlanRequest {
  /** The client's document, valid for the schema of the graph. */
  query: string;
  operationName?: string | undefined;
  /** Active labels of progressive `@override`, sorted. Labels not named are inactive. */
  overrides?: readonly string[] | undefined;
  /** Names of the rules that deny something to the caller, sorted. What they deny is not planned. */
  denied?: readonly string[] | undefined;
  /** Restricted fields that its variables read, sorted; see GivenReads. They decide what a rule denies. */
  given?: readonly string[] | undefined;
  /**
   * Whether the document was derived from a client's, so that every `@defer` applies and has a number as its label.
   */
  isNumbered?: boolean | undefined;
}

/**
 * The cache key: equal for equal requests. It is the text itself where nothing else matters, so that no copy is
 * made for each request.
 */
export function planRequestKey({
  query,
  operationName,
  overrides,
  denied,
  given,
  isNumbered,
}: PlanRequest): string {
  const isPlain = !overrides?.length && !denied?.length && !given?.length && !isNumbered;
  if (operationName === undefined && isPlain) return query;
  // No document begins with this character.
  const settings = [
    isNumbered ? '@' : '',
    overrides?.join(' '),
    denied?.join('\n'),
    given?.join('\n'),
    operationName,
  ];
  return `\0${settings.join('\0')}\0${query}`;
}
