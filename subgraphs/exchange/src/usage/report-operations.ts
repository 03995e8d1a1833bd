import { contents, type OperationContent } from '@yiwang/identity';
import { checkGatewayName } from '../registry/names.ts';
import type { Registry } from '../registry/registry.ts';
import { requireGateway } from '../registry/permissions.ts';
import { readSigners, useUp } from '../registry/signers.ts';
import { checkReport } from './check-report.ts';
import { createCleaner } from './remove-old-usage.ts';
import { recordOperations } from './record-operations.ts';

export interface UsageReport {
  gateway: string;
  operations: readonly OperationContent[];
  credential: string;
}

/** Adds what a gateway counted to the statistics; now and then removes what is too old. */
export function createReportOperations({ db, operatorKey, usageDays }: Registry) {
  const removeOld = createCleaner(usageDays);

  return async function reportOperations({ gateway, operations, credential }: UsageReport): Promise<boolean> {
    const claim = { action: 'operations', digest: contents.operations(gateway, operations) };
    const signers = await readSigners(db, operatorKey, claim, [credential]);
    requireGateway(signers, gateway);
    checkGatewayName(gateway);
    checkReport(operations);
    await db.transaction(async (tx) => {
      await useUp(tx, signers);
      await recordOperations(tx, operations);
      await removeOld(tx);
    });
    return true;
  };
}
