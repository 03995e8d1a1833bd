import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { OperationTypeNode } from 'graphql';
import type { Voucher } from '../access/voucher.ts';
import { checkEntities } from '../departments/check-entities.ts';
import type { Department, DepartmentRequest } from '../departments/department.ts';
import type { DepartmentClient } from '../departments/department-client.ts';
import { DepartmentFault } from '../departments/department-fault.ts';
import type { EngineContext, EngineOptions } from '../engine-options.ts';
import { cleanDepartmentErrors } from '../departments/clean-department-errors.ts';
import { faultErrors } from '../departments/fault-errors.ts';

/** What the data sources find of a request. */
export interface VouchedContext extends EngineContext {
  voucher?: Voucher;
}

/**
 * One department, as Apollo's stock gateway asks for it.
 *
 * A department that fails becomes errors at the fields it was asked for, so that the answers of the
 * other departments arrive and the client knows what is missing.
 */
export function createDepartmentSource(
  department: Department,
  client: DepartmentClient,
  onFault: EngineOptions['onDepartmentFault'],
): GraphQLDataSource {
  return {
    async process(options) {
      const request: DepartmentRequest = {
        query: options.request.query!,
        variables: options.request.variables,
        operationName: options.request.operationName,
      };
      try {
        const { voucher } = options.context as VouchedContext;
        const answer = await client.ask(department, request, voucher, signalOf(options));
        const representations = request.variables?.['representations'];
        if (Array.isArray(representations)) checkEntities(department, answer, representations.length);
        return { data: answer.data ?? null, ...cleanDepartmentErrors(department, request, answer) };
      } catch (error) {
        if (!(error instanceof DepartmentFault)) throw error;
        onFault(error);
        return { data: null, errors: faultErrors(request, error) };
      }
    },
  };
}

function signalOf(options: GraphQLDataSourceProcessOptions): AbortSignal | undefined {
  const incoming = 'incomingRequestContext' in options ? options.incomingRequestContext : undefined;
  // A mutation that was sent runs in the department whether anyone waits or not; the later ones
  // of the same operation are part of what the caller asked for.
  if (incoming?.operation.operation !== OperationTypeNode.QUERY) return undefined;
  return (options.context as EngineContext).signal;
}
