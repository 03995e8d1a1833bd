import { contents } from '@yiwang/identity';
import { eq } from 'drizzle-orm';
import { requireOperator } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { userError } from '../shared/user-errors.ts';
import { type StoredChange, supergraphs } from '../tables/registry-tables.ts';
import { consumeApprovals, findConsentNeeds, type GivenConsent } from './consent-needs.ts';
import { INTERNAL, readCurrentGraph, readParts } from './current-graph.ts';
import type { ConsentNeed, PublishModel } from './registry-models.ts';
import { type Registry, requireSigningKey } from './registry.ts';
import { publishPayload } from './run-command.ts';
import { CheckFailed, evaluateCheck } from './schema-check.ts';
import { readVariants } from './variants.ts';
import { givenConsent, type WaiverRequest } from './waiver.ts';
import { addSupergraphVersion, checkReason, isSignedWith, type VariantSdl } from './write-versions.ts';

export interface Rollback {
  version: number;
  reason: string;
  credential: string;
  waiver?: WaiverRequest | null | undefined;
}

/**
 * Creates the command that makes an old version the newest one, or the newest one again when the registry's key has changed. Nothing is composed. It may need the consent of departments, since
 * an operator brings the old version back, and not the departments.
 */
export function createRollback(registry: Registry) {
  return function rollback({ version, reason, credential, waiver }: Rollback): Promise<PublishModel> {
    const command = {
      action: 'rollback',
      digest: contents.rollback(version, reason),
      subject: `version ${version}`,
      credentials: [credential],
      reason,
      waiver,
    } as const;

    return publishPayload(registry.db, () =>
      registry.runCommand(command, async (signers, waived) => {
        const { kid } = requireOperator(signers, 'Rolling back');
        const signingKey = requireSigningKey(registry);
        checkReason(reason);
        return async (tx) => {
          const graph = await readCurrentGraph(tx);
          const sdls = await readSdls(tx, version);
          if (graph === null || sdls.length === 0) {
            throw userError('UNKNOWN_VERSION', `There is no version ${version}.`, ['version']);
          }
          // Signed anew it is a version of its own, which gateways fetch and keep: by the former key they could not start any longer.
          if (version === graph.version && (await isSignedWith(tx, signingKey, version))) {
            return { outcome: 'UNCHANGED', version, check: null, userErrors: [] };
          }
          const next = graph.version + 1;
          const given = givenConsent([], waived, registry.operatorKeys);
          const { changes, needs } = await requireConsents(tx, registry, graph.supergraphSdl, sdls, given);
          const parts = await readParts(tx, version);
          await addSupergraphVersion(tx, signingKey, {
            version: next,
            createdBy: kid,
            reason: 'ROLLED_BACK',
            note: reason,
            changes,
            parts,
            sdls,
          });
          await consumeApprovals(tx, needs, next);
          return { outcome: 'ROLLED_BACK', version: next, check: null, userErrors: [] };
        };
      }),
    );
  };
}

/** @throws UserErrors CONSENT_REQUIRED */
async function requireConsents(
  tx: Db,
  { composer }: Pick<Registry, 'composer'>,
  currentSdl: string,
  sdls: readonly VariantSdl[],
  given: GivenConsent,
): Promise<{ changes: StoredChange[]; needs: ConsentNeed[] }> {
  const { sdl } = sdls.find(({ variant }) => variant === INTERNAL)!;
  const changes = await composer.consents(currentSdl, sdl, await readVariants(tx));
  const needs = await findConsentNeeds(tx, changes, ['operator'], given);
  const found = { faults: [], lint: [], changes, hints: [], supergraphSdl: sdl };
  // Breaking clients does not reject a rollback: the operator who signs it has decided that.
  const noUsage = async (lists: readonly unknown[]) => lists.map(() => []);
  const { check, errors } = await evaluateCheck(found, noUsage, () => [], needs, ['version']);
  if (errors.length > 0) throw new CheckFailed(errors, check);
  return { changes: check.changes, needs };
}

function readSdls(db: Db, version: number): Promise<VariantSdl[]> {
  return db
    .select({ variant: supergraphs.variant, sdl: supergraphs.sdl })
    .from(supergraphs)
    .where(eq(supergraphs.version, version));
}
