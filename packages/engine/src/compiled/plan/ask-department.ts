import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Department } from '../../departments/department.ts';
import { DepartmentFault } from '../../departments/department-fault.ts';
import type { Post } from '../../departments/dispatch.ts';
import { faultOfNesting } from '../../departments/nesting.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';
import type { ReadEntities } from '../batch/read-entities.ts';
import type { ReadRoots } from '../batch/read-roots.ts';
import type { Json, Run } from '../run.ts';
import type { StandIns } from '../supergraph/stand-ins.ts';
import { placeErrors, placeFault } from './fetch-errors.ts';
import type { TypesOf } from './type-tests.ts';

export interface FetchTools {
  typesOf: TypesOf;
  standIns: Pick<StandIns, 'calls' | 'requirements' | 'keys'>;
  /**
   * Sends one request of root fields.
   * @throws DepartmentFault when there is no GraphQL answer
   */
  ask: (department: Department, body: string, isQuery: boolean, run: Run) => Promise<DepartmentAnswer>;
  /** Sends one request, whose answer nobody else gets. */
  post: Post;
  /** @throws DepartmentFault when there is no GraphQL answer */
  readEntities: ReadEntities;
  /** @throws DepartmentFault when there is no GraphQL answer */
  readRoots: ReadRoots;
  /** Names of the root fields that look up one entity. */
  lookups: ReadonlySet<string>;
  onFault: (fault: DepartmentFault) => void;
}

/** One request, and how to read what comes of it. */
export interface Question {
  department: Department;
  /** @throws DepartmentFault when there is no GraphQL answer */
  ask(): Promise<DepartmentAnswer>;
  /** @throws DepartmentFault when the answer does not fit the request */
  check?(answer: DepartmentAnswer): void;
  /** The JSON of the request. Only errors need it. */
  body(): string;
  /** The places in the client's answer of a path in the department's. */
  placesOf(at: readonly (string | number)[]): (string | number)[][];
  /** Merges what came. */
  take(data: Json): void;
}

/**
 * Errors that one answer makes. An error about an entity is told wherever the entity stands, so that a small answer could
 * make more of them than memory holds.
 */
const MOST_ERRORS = 10_000;

/** Asks, merges the answer, and puts errors and faults where the client sees them. */
export async function askFor(
  { department, ask, check, body, placesOf, take }: Question,
  run: Run,
  { onFault }: FetchTools,
): Promise<void> {
  try {
    const answer = await ask();
    check?.(answer);
    const { data, errors } = answer;
    if (errors?.length) {
      const first = errors.slice(0, MOST_ERRORS + 1);
      report(placeErrors(department, body(), { data: data ?? null, errors: first }));
    }
    if (data) take(data);
  } catch (error) {
    const fault = error instanceof DepartmentFault ? error : faultOfNesting(department.name, error);
    if (!fault) throw error;
    onFault(fault);
    report(placeFault(body(), fault));
  }

  function report(errors: readonly GraphQLFormattedError[]): void {
    let left = MOST_ERRORS;
    for (const { path: at, ...error } of errors) {
      const places = at ? placesOf(at) : [];
      const told = places.length === 0 ? [error] : places.map((path) => ({ ...error, path }));
      for (const one of told.slice(0, left)) run.errors.push(one);
      left -= told.length;
      if (left >= 0) continue;
      run.errors.push(moreErrors(department));
      return;
    }
  }
}

function moreErrors({ name }: Department): GraphQLFormattedError {
  return {
    message: `The department ${name} has more errors to report than the ${MOST_ERRORS} that are told.`,
    extensions: { code: 'DEPARTMENT_ERROR' satisfies ErrorCode, department: name },
  };
}
