import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import { type Subgraph, type SubgraphRequest, isDeeperThan, type SubgraphFault } from '../core/subgraph.ts';
import type { SubgraphAnswer } from '../core/read-answer.ts';
import { fetchPlaces } from '../query-plan/fetch-places.ts';

/** Extensions that are for the subgraph's own developers, or that Apollo Server would act on. */
const PRIVATE_EXTENSIONS = new Set(['stacktrace', 'exception', 'debug', 'http', 'serviceName']);

/**
 * Maximum depth of an extension. Deeper ones are left out, because code that writes or logs the error recurses
 * through them.
 */
const MAX_LEVELS = 100;

/**
 * Cleans a subgraph's own errors for clients: messages and codes are unchanged, the name of the subgraph is added,
 * stack traces are removed. An error without a path, from an answer without data, is reported at each field that
 * was requested.
 */
export function cleanSubgraphErrors(
  subgraph: Subgraph,
  request: SubgraphRequest,
  { data, errors }: SubgraphAnswer,
): { errors?: GraphQLFormattedError[] } {
  if (!errors || errors.length === 0) return {};
  return {
    errors: errors.flatMap((error) => {
      const cleaned = { message: error.message, extensions: cleanExtensions(subgraph, error.extensions) };
      if (isPath(error.path)) return [{ ...cleaned, path: error.path }];
      return data ? [cleaned] : fetchPlaces(request).map((path) => ({ ...cleaned, path }));
    }),
  };
}

/** Any other value is not a usable path. */
function isPath(path: unknown): path is readonly (string | number)[] {
  return Array.isArray(path) && path.every((part) => typeof part === 'string' || typeof part === 'number');
}

function cleanExtensions(subgraph: Subgraph, extensions: unknown): Record<string, unknown> {
  const given = typeof extensions === 'object' && !Array.isArray(extensions) ? extensions : null;
  const kept = Object.entries(given ?? {}).filter(
    ([name, value]) => !PRIVATE_EXTENSIONS.has(name) && !isDeeperThan(MAX_LEVELS, value),
  );
  const ownCode: ErrorCode = 'DEPARTMENT_ERROR';
  return { code: ownCode, ...Object.fromEntries(kept), department: subgraph.name };
}

/** If the caller is still there, it did not cancel: the time for the whole operation was over. */
function codeOf({ reason }: SubgraphFault): ErrorCode {
  return reason === 'CANCELLED' ? 'OPERATION_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE';
}

/** Returns the errors for clients when a subgraph did not answer: one for each missing field. */
export function faultErrors(request: SubgraphRequest, fault: SubgraphFault): GraphQLFormattedError[] {
  return fetchPlaces(request).map((path) => ({
    message: fault.explanation,
    path,
    extensions: { code: codeOf(fault), department: fault.subgraph },
  }));
}

// Errors are rare, so the request is parsed from the text that was sent, rather than kept for each fetch.
const requestOf = (body: string) => JSON.parse(body) as SubgraphRequest;

/** Returns the errors of a subgraph's answer, with paths in that answer. */
export function placeErrors(
  subgraph: Subgraph,
  body: string,
  answer: SubgraphAnswer,
): readonly GraphQLFormattedError[] {
  return cleanSubgraphErrors(subgraph, requestOf(body), answer).errors ?? [];
}

/** Returns one error for each field that is missing because a subgraph did not answer. */
export function placeFault(body: string, fault: SubgraphFault): readonly GraphQLFormattedError[] {
  return faultErrors(requestOf(body), fault);
}
