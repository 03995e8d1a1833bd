import type { GraphQLFormattedError } from 'graphql';
import { checkEntities } from '../../departments/check-entities.ts';
import type { Department } from '../../departments/department.ts';
import { DepartmentFault } from '../../departments/department-fault.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';
import type { Run } from '../run.ts';
import type { StandIns } from '../supergraph/stand-ins.ts';
import { placeErrors, placeFault } from './fetch-errors.ts';
import type { TypesOf } from './type-tests.ts';

export interface FetchTools {
  typesOf: TypesOf;
  standIns: Pick<StandIns, 'calls' | 'requirements'>;
  /**
   * Sends one body.
   * @throws DepartmentFault when there is no GraphQL answer
   */
  ask: (department: Department, body: string, isQuery: boolean, run: Run) => Promise<DepartmentAnswer>;
  onFault: (fault: DepartmentFault) => void;
}

/** Asks, and puts errors and faults where the client sees them. Null when nothing came. */
export async function askFor(
  department: Department,
  body: string,
  isQuery: boolean,
  run: Run,
  { ask, onFault }: FetchTools,
  placesOf: (at: readonly (string | number)[]) => (string | number)[][],
  entityCount?: number,
): Promise<DepartmentAnswer | null> {
  try {
    const answer = await ask(department, body, isQuery, run);
    if (entityCount !== undefined) checkEntities(department, answer, entityCount);
    if (answer.errors?.length) report(placeErrors(department, body, answer));
    return answer;
  } catch (error) {
    if (!(error instanceof DepartmentFault)) throw error;
    onFault(error);
    report(placeFault(body, error));
    return null;
  }

  function report(errors: readonly GraphQLFormattedError[]): void {
    for (const { path: at, ...error } of errors) {
      const places = at ? placesOf(at) : [];
      if (places.length === 0) run.errors.push(error);
      for (const place of places) run.errors.push({ ...error, path: place });
    }
  }
}
