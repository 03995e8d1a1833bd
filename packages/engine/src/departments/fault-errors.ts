import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { DepartmentRequest } from './department.ts';
import type { DepartmentFault } from './department-fault.ts';
import { fetchPlaces } from './fetch-places.ts';

/** What a client is told when a department did not answer: one error for each field that is missing. */
export function faultErrors(request: DepartmentRequest, fault: DepartmentFault): GraphQLFormattedError[] {
  return fetchPlaces(request).map((path) => ({
    message: fault.explanation,
    path,
    extensions: { code: 'DEPARTMENT_UNAVAILABLE' satisfies ErrorCode, department: fault.department },
  }));
}
