import { userError } from '../shared/user-errors.ts';
import type { SharingApplicationRow } from '../tables/sharing-tables.ts';
import { checkTerms, type Content, MAX_FIELDS, type Terms } from './application-content.ts';
import { addApplication } from './applications.ts';
import type { Principal } from './authorize.ts';
import { nextNumber } from './event-log.ts';
import { grantedFields } from './grant-status.ts';
import { coordinatesRead } from './operation-fields.ts';
import { findOperationNeeds, type OperationNeeds } from './operation-needs.ts';
import { type SelectedField, selectedFields } from './selected-fields.ts';
import type { Sharing } from './sharing.ts';

export interface Operation {
  query: string;
  operationName?: string | null | undefined;
}

export interface BatchOfApplications {
  /** Null when the client needs nothing more. */
  batch: string | null;
  applications: SharingApplicationRow[];
  granted: string[];
}

/** The commands that find what an operation needs, and apply for all of it. Each throws UserErrors. */
export function createOperationCommands(sharing: Sharing) {
  async function needsOf(caller: Principal, operation: Operation, path: string[]): Promise<OperationNeeds> {
    const [catalogue, graph] = await Promise.all([sharing.readCatalogue(), sharing.readGraph()]);
    if (!graph) throw userError('MALFORMED_OPERATION', 'Nothing is published yet.', path);
    const coordinates = coordinatesRead(graph, operation.query, operation.operationName, path);
    return findOperationNeeds(catalogue, caller, coordinates, await grantedFields(sharing, caller));
  }

  return {
    needs: (caller: Principal, operation: Operation): Promise<OperationNeeds> =>
      needsOf(caller, operation, ['query']),

    /** The values that an operation selects, and who provides them. Its needs must have been found before, which checks it. */
    async selected({ query, operationName }: Operation): Promise<SelectedField[]> {
      const [catalogue, graph] = await Promise.all([sharing.readCatalogue(), sharing.readGraph()]);
      return graph ? selectedFields(graph, catalogue, query, operationName, ['query']) : [];
    },

    /** Applies for all conditional fields that an operation reads, with one application for each department. */
    async applyForOperation(caller: Principal, input: Operation & Terms): Promise<BatchOfApplications> {
      const path = ['input', 'query'];
      const { missing, granted, notShared } = await needsOf(caller, input, path);
      if (notShared.length > 0) {
        throw userError(
          'FIELD_IS_NOT_SHARED',
          `${notShared.join(', ')} cannot be granted: remove it from the operation.`,
          path,
        );
      }
      const terms = await checkTerms(sharing, input, ['input']);
      const contents = [...missing].sort(byName).map(([department, fields]): Content => {
        if (fields.length <= MAX_FIELDS) return { ...terms, department, fields };
        throw userError(
          'TOO_MANY_FIELDS',
          `The operation reads more than ${MAX_FIELDS} conditional fields of ${department}: split it.`,
          path,
        );
      });
      if (contents.length === 0) return { batch: null, applications: [], granted };
      return sharing.db.transaction(async (tx) => {
        const { number: batch } = await nextNumber(tx, 'SB', sharing.now());
        const applications: SharingApplicationRow[] = [];
        for (const content of contents) {
          applications.push(await addApplication(tx, sharing, caller, content, { submit: true, batch }));
        }
        return { batch, applications, granted };
      });
    },
  };
}

function byName([left]: [string, string[]], [right]: [string, string[]]): number {
  return left < right ? -1 : 1;
}
