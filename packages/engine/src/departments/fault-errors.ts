import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { DepartmentRequest } from './department.ts';
import type { DepartmentFault } from './department-fault.ts';
import { fetchPlaces } from './fetch-places.ts';

/** Who is still there to read the answer did not go away: the time for the whole operation was over. */
function codeOf({ reason }: DepartmentFault): ErrorCode {
  return reason === 'CANCELLED' ? 'OPERATION_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE';
}

/** What a client is told when a department did not answer: one error for each field that is missing. */
export function faultErrors(request: DepartmentRequest, fault: DepartmentFault): GraphQLFormattedError[] {
  return fetchPlaces(request).map((path) => ({
    message: fault.explanation,
    path,
    extensions: { code: codeOf(fault), department: fault.department },
  }));
}
