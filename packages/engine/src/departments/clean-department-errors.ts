import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Department, DepartmentRequest } from './department.ts';
import type { DepartmentAnswer } from './read-answer.ts';
import { fetchPlaces } from './fetch-places.ts';
import { isDeeperThan } from './nesting.ts';

/** Parts of an error that are for the department's own developers, or that Apollo Server would obey. */
const PRIVATE_EXTENSIONS = new Set(['stacktrace', 'exception', 'debug', 'http', 'serviceName']);

/** Levels of an extension. What is nested deeper is left out: whoever writes or logs the error has to walk through it. */
const MOST_LEVELS = 100;

/**
 * A department's own errors, as a client may see them: its words and codes unchanged, its name
 * added, stack traces left out. An error that stands for the whole request is put at each field
 * that was asked for.
 */
export function cleanDepartmentErrors(
  department: Department,
  request: DepartmentRequest,
  { data, errors }: DepartmentAnswer,
): { errors?: GraphQLFormattedError[] } {
  if (!errors || errors.length === 0) return {};
  return {
    errors: errors.flatMap((error) => {
      const cleaned = { message: error.message, extensions: cleanExtensions(department, error.extensions) };
      if (isPath(error.path)) return [{ ...cleaned, path: error.path }];
      return data ? [cleaned] : fetchPlaces(request).map((path) => ({ ...cleaned, path }));
    }),
  };
}

/** What else it may be tells no place. */
function isPath(path: unknown): path is readonly (string | number)[] {
  return Array.isArray(path) && path.every((part) => typeof part === 'string' || typeof part === 'number');
}

function cleanExtensions(department: Department, extensions: unknown): Record<string, unknown> {
  const given = typeof extensions === 'object' && !Array.isArray(extensions) ? extensions : null;
  const kept = Object.entries(given ?? {}).filter(
    ([name, value]) => !PRIVATE_EXTENSIONS.has(name) && !isDeeperThan(MOST_LEVELS, value),
  );
  const ownCode: ErrorCode = 'DEPARTMENT_ERROR';
  return { code: ownCode, ...Object.fromEntries(kept), department: department.name };
}
