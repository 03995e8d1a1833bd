import { checkMatters } from './matters/check-matters.ts';
import { createFindings, type Finding } from './finding.ts';
import type { History } from './history.ts';
import { checkAccesses } from './rules/check-accesses.ts';
import { checkMaterials } from './rules/check-materials.ts';
import { checkReads } from './rules/check-reads.ts';
import { checkSteps } from './rules/check-steps.ts';
import { checkTimelines } from './rules/check-timelines.ts';
import type { Stored } from './stored.ts';

/**
 * Compares what clients were told with what is stored. Pure.
 *
 * @param history all commands and queries on the cases that are stored: a step that is not among them counts as one too many
 * @returns what must not be; nothing when all is well
 */
export function checkHistory(history: History, stored: Stored): Finding[] {
  const findings = createFindings();
  checkSteps(history, stored, findings);
  checkTimelines(stored, findings);
  checkMatters(history, stored.matters, findings);
  checkMaterials(history.materials, stored.materials, findings);
  checkReads(history, stored, findings);
  checkAccesses(history, stored.accesses, findings);
  return findings.findings;
}
