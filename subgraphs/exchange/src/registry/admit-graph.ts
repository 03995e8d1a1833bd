import type { CheckResult, Composer } from '@yiwang/composition';
import { createUsageOf } from '../usage/usage-of.ts';
import type { VariantSdl } from './add-version.ts';
import type { Db } from './database.ts';
import { judge } from './judge.ts';
import type { SchemaCheckModel } from './models.ts';
import { Refusal } from './refusal.ts';
import { showVariants } from './variants.ts';

export interface Admission {
  acceptBreaking: boolean;
  /** For so long it matters that somebody used what breaks. */
  days: number;
  /** The argument that refusals are about. */
  field: string[];
}

/**
 * Lets a changed graph in, when it fits together and breaks nobody, or that is accepted.
 *
 * @returns what was found, and the graph as every variant shows it
 * @throws Refusal with every reason, and with what was found
 */
export async function admitGraph(
  tx: Db,
  composer: Composer,
  found: CheckResult,
  { acceptBreaking, days, field }: Admission,
): Promise<{ check: SchemaCheckModel; sdls: VariantSdl[] }> {
  const { check, reasons, breaking } = await judge(found, createUsageOf(tx, days), field);
  if (breaking && !acceptBreaking) reasons.push(breaking);
  if (reasons.length > 0 || found.supergraphSdl === null) throw new Refusal(reasons, check);
  return { check, sdls: await showVariants(tx, composer, found.supergraphSdl, field) };
}
