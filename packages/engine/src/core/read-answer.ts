import type { GraphQLFormattedError } from 'graphql';
import { explain, SubgraphFault, type Subgraph } from './subgraph.ts';

/** A subgraph's GraphQL response. Has at least one of the two; null data never comes without errors. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[] | null;
}

/** An HTTP response, not yet parsed. */
export interface RawAnswer {
  status: number;
  contentType: string | undefined;
  body: Buffer;
}

// Fatal, because a replaced character would be a different value.
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a subgraph's answer. The status does not matter where the body is GraphQL: with
 * `application/json` errors come as 200, with `application/graphql-response+json` as 400.
 *
 * @throws SubgraphFault NOT_GRAPHQL
 */
export function parseAnswer(subgraph: string, { status, contentType, body }: RawAnswer): SubgraphAnswer {
  const described = `status ${status}, content type ${contentType ?? 'none'}`;
  if (!isJson(contentType)) throw new SubgraphFault(subgraph, 'NOT_GRAPHQL', described);
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(body));
  } catch (cause) {
    throw new SubgraphFault(subgraph, 'NOT_GRAPHQL', `${described}, ${explain(cause)}`, cause);
  }
  return checkAnswer(subgraph, value, described);
}

/**
 * Like {@link parseAnswer}, for one event of a subscription.
 *
 * @throws SubgraphFault NOT_GRAPHQL
 */
export function parseAnswerText(subgraph: string, text: string): SubgraphAnswer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphFault(subgraph, 'NOT_GRAPHQL', `an event, ${explain(cause)}`, cause);
  }
  return checkAnswer(subgraph, value);
}

/**
 * @param described where the value was found, for the log
 * @throws SubgraphFault NOT_GRAPHQL
 */
export function checkAnswer(subgraph: string, value: unknown, described = 'an event'): SubgraphAnswer {
  if (!isAnswer(value))
    throw new SubgraphFault(subgraph, 'NOT_GRAPHQL', `${described}, neither data nor errors`);
  return value;
}

/** Returns whether a response with this content type may be GraphQL. */
export function isJson(contentType: string | undefined): boolean {
  const essence = mediaTypeOf(contentType);
  return essence === 'application/json' || essence === 'application/graphql-response+json';
}

/** Returns a content type without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | undefined): string {
  return String(contentType).split(';')[0]!.trim().toLowerCase();
}

function isAnswer(value: unknown): value is SubgraphAnswer {
  if (!isRecord(value)) return false;
  const { data, errors = null } = value;
  // An empty list of errors violates the specification, but is common enough to accept.
  if (errors !== null && !(Array.isArray(errors) && errors.every(isError))) return false;
  return isRecord(data) || (data == null && errors !== null && errors.length > 0);
}

function isError(value: unknown): boolean {
  return isRecord(value) && typeof value['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks the number of entities. Entities match references by position: one too few would give rows to the wrong
 * owner.
 *
 * @param count number of references that were sent
 * @throws SubgraphFault NOT_GRAPHQL when there is data without exactly that many entities
 */
export function checkEntities(subgraph: Subgraph, { data }: SubgraphAnswer, count: number): void {
  if (!data) return;
  const entities = data['_entities'];
  if (Array.isArray(entities) && entities.length === count) return;
  const received = Array.isArray(entities) ? `${entities.length} entities` : 'no entities';
  throw new SubgraphFault(subgraph.name, 'NOT_GRAPHQL', `${received} for ${count} references`);
}
