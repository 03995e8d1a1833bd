import type { GraphQLFormattedError } from 'graphql';
import { cleanDepartmentErrors } from '../../departments/clean-department-errors.ts';
import { faultErrors } from '../../departments/fault-errors.ts';
import type { Department, DepartmentRequest } from '../../departments/department.ts';
import type { DepartmentFault } from '../../departments/department-fault.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';

// Errors are rare: the request is read back from the text that was sent, so that no request pays for keeping it.
const requestOf = (body: string) => JSON.parse(body) as DepartmentRequest;

/** The errors of a department's answer, with paths in that answer. */
export function placeErrors(
  department: Department,
  body: string,
  answer: DepartmentAnswer,
): readonly GraphQLFormattedError[] {
  return cleanDepartmentErrors(department, requestOf(body), answer).errors ?? [];
}

/** One error for each field that a department without an answer leaves missing. */
export function placeFault(body: string, fault: DepartmentFault): readonly GraphQLFormattedError[] {
  return faultErrors(requestOf(body), fault);
}
