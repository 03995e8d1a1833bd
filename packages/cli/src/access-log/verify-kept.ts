import type { Registry } from '../registry/registry.ts';
import { addAnchors, readAnchors } from './anchors.ts';
import type { VerifiedLog } from './verified-log.ts';
import { askDepartments, verifyDepartments } from './verify-departments.ts';
import { type Knowledge, verifyGateways } from './verify-gateways.ts';
import { readSealKeys, type VerifyLogOptions } from './verify-options.ts';

export interface VerifiedLogs {
  /** Of gateways, then of departments, each by name. */
  verified: VerifiedLog[];
  /** Why a department could not be asked. */
  failures: string[];
}

/**
 * Verifies the logs that the exchange and the departments keep, against each other and against what is remembered of them.
 *
 * @param progressOf makes what is called after each record of a log
 * @throws CommandError when the question cannot be answered
 */
export async function verifyKept(
  registry: Registry,
  options: VerifyLogOptions,
  progressOf: Knowledge['progressOf'],
): Promise<VerifiedLogs> {
  const { logs: departments, failures } = await askDepartments(registry, options);
  const knowledge: Knowledge = {
    anchors: options.anchors ? await readAnchors(options.anchors) : [],
    departments,
    keys: options.gatewayKey ? await readSealKeys(options.gatewayKey) : null,
    progressOf,
  };
  const gateways = await verifyGateways(registry, options, knowledge);
  const own = await verifyDepartments(options, knowledge, gateways.compared);
  if (options.anchors) await addAnchors(options.anchors, [...gateways.anchors, ...own.anchors]);
  return { verified: [...gateways.logs, ...own.logs], failures };
}
