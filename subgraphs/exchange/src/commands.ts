import type { Composer } from '@yiwang/composition';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { createRecordAccesses } from './access-log/record-accesses.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { ExchangeOptions } from './options.ts';
import {
  createApproveChange,
  createChangeApprovals,
  createWithdrawApproval,
} from './registry/approve-change.ts';
import { createCheck } from './registry/check-subgraph.ts';
import { createRegisterKey, createRevokeKey } from './registry/keys.ts';
import { createPublish } from './registry/publish.ts';
import { openRegistry } from './registry/registry.ts';
import { createReportGateway } from './registry/report-gateway.ts';
import { createRollback } from './registry/rollback.ts';
import { createCheckWithdrawal, createWithdraw } from './registry/withdraw.ts';
import { createApplicationCommands } from './sharing/applications.ts';
import { createCorrectionCommands } from './sharing/corrections.ts';
import { createGrantsInForce } from './sharing/grants-in-force.ts';
import { createGrantCommands } from './sharing/grants.ts';
import { createOperationCommands } from './sharing/operation-applications.ts';
import { createReadGraph, type Sharing } from './sharing/sharing.ts';
import { createReportOperations } from './usage/report-operations.ts';

export type Commands = ReturnType<typeof createCommands>;

/** All SQL that writes for resolvers, and the commands that verify a signature before they read. */
export function createCommands(
  db: PostgresJsDatabase,
  composer: Composer,
  options: ExchangeOptions,
  readCatalogue: () => Promise<Catalogue>,
) {
  const registry = openRegistry(db, composer, options);
  const sharing: Sharing = {
    ...options,
    ...options.sharing,
    db,
    readCatalogue,
    readGraph: createReadGraph(db),
  };
  return {
    check: createCheck(registry),
    checkWithdrawal: createCheckWithdrawal(registry),
    publish: createPublish(registry),
    withdraw: createWithdraw(registry),
    rollback: createRollback(registry),
    approveChange: createApproveChange(registry),
    withdrawApproval: createWithdrawApproval(registry),
    changeApprovals: createChangeApprovals(registry),
    registerKey: createRegisterKey(registry),
    revokeKey: createRevokeKey(registry),
    reportGateway: createReportGateway(registry),

    reportOperations: createReportOperations(registry),
    recordAccesses: createRecordAccesses(registry),

    applications: createApplicationCommands(sharing),
    operations: createOperationCommands(sharing),
    grants: createGrantCommands(sharing),
    corrections: createCorrectionCommands(sharing),
    grantsInForce: createGrantsInForce(sharing),
  };
}
