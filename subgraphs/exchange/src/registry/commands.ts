import { createRecordAccesses } from '../access-log/record-accesses.ts';
import { createReportOperations } from '../usage/report-operations.ts';
import { createCheck } from './check-subgraph.ts';
import { createRegisterKey, createRevokeKey } from './keys.ts';
import { createPublish } from './publish.ts';
import type { Registry } from './registry.ts';
import { createReportGateway } from './report-gateway.ts';
import { createRollback } from './rollback.ts';

/** All that changes the registry, and the check that looks as if it did: the only SQL that writes. */
export function createCommands(registry: Registry) {
  return {
    check: createCheck(registry),
    publish: createPublish(registry),
    rollback: createRollback(registry),
    registerKey: createRegisterKey(registry),
    revokeKey: createRevokeKey(registry),
    reportGateway: createReportGateway(registry),
    reportOperations: createReportOperations(registry),
    recordAccesses: createRecordAccesses(registry),
  };
}

export type Commands = ReturnType<typeof createCommands>;
