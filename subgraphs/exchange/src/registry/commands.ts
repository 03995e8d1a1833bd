import { createRecordAccesses } from '../access-log/record-accesses.ts';
import { createReportOperations } from '../usage/report-operations.ts';
import { createCheck } from './check-subgraph.ts';
import { createCheckWithdrawal } from './check-withdrawal.ts';
import { createRegisterKey, createRevokeKey } from './keys.ts';
import { createPublish } from './publish.ts';
import type { Registry } from './registry.ts';
import { createReportGateway } from './report-gateway.ts';
import { createRollback } from './rollback.ts';
import { createWithdraw } from './withdraw.ts';

/** All that changes the registry, and the checks that look as if they did: the only SQL that writes. */
export function createCommands(registry: Registry) {
  return {
    check: createCheck(registry),
    checkWithdrawal: createCheckWithdrawal(registry),
    publish: createPublish(registry),
    withdraw: createWithdraw(registry),
    rollback: createRollback(registry),
    registerKey: createRegisterKey(registry),
    revokeKey: createRevokeKey(registry),
    reportGateway: createReportGateway(registry),
    reportOperations: createReportOperations(registry),
    recordAccesses: createRecordAccesses(registry),
  };
}

export type Commands = ReturnType<typeof createCommands>;
