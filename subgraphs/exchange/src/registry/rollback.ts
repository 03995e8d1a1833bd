import { contents } from '@yiwang/identity';
import { eq } from 'drizzle-orm';
import { addSupergraphVersion, type VariantSdl } from './add-version.ts';
import { checkReason } from './check-reason.ts';
import { readCurrentVersion, readParts } from './current-graph.ts';
import type { Db } from './database.ts';
import type { PublishModel } from './models.ts';
import { refuse } from './refusal.ts';
import type { Registry } from './registry.ts';
import { requireOperator } from './permissions.ts';
import { requireSigningKey } from './signing-key.ts';
import { supergraphs } from './tables.ts';
import { withRefusals } from './with-refusals.ts';

export interface Rollback {
  version: number;
  reason: string;
  credential: string;
}

/** Makes a new version of what an old one holds. Nothing is composed, so it takes no longer than its copy. */
export function createRollback(registry: Registry) {
  return function rollback({ version, reason, credential }: Rollback): Promise<PublishModel> {
    const attempt = {
      action: 'rollback',
      digest: contents.rollback(version, reason),
      subject: `version ${version}`,
      credentials: [credential],
      reason,
    } as const;

    return withRefusals(registry.db, () =>
      registry.attempt(attempt, async (signers) => {
        const { kid } = requireOperator(signers, 'Rolling back');
        const signingKey = requireSigningKey(registry);
        checkReason(reason);
        return async (tx) => {
          const current = await readCurrentVersion(tx);
          const sdls = await readSdls(tx, version);
          if (current === null || sdls.length === 0) {
            throw refuse('UNKNOWN_VERSION', `There is no version ${version}.`, ['version']);
          }
          if (version === current) return { outcome: 'UNCHANGED', version, check: null, userErrors: [] };
          const parts = await readParts(tx, version);
          await addSupergraphVersion(tx, signingKey, {
            version: current + 1,
            createdBy: kid,
            reason: 'ROLLED_BACK',
            note: reason,
            changes: [],
            parts,
            sdls,
          });
          return { outcome: 'ROLLED_BACK', version: current + 1, check: null, userErrors: [] };
        };
      }),
    );
  };
}

function readSdls(db: Db, version: number): Promise<VariantSdl[]> {
  return db
    .select({ variant: supergraphs.variant, sdl: supergraphs.sdl })
    .from(supergraphs)
    .where(eq(supergraphs.version, version));
}
