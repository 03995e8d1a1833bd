import { PublicError } from '@yiwang/errors';
import { contents } from '@yiwang/identity';
import { checkDays } from '../usage/check-days.ts';
import { addDepartment } from './add-department.ts';
import { admitGraph } from './admit-graph.ts';
import { addSubgraphVersion, addSupergraphVersion } from './add-version.ts';
import { checkProposals, type Proposal } from './check-proposals.ts';
import { type CurrentGraph, readCurrentGraph, toInput } from './current-graph.ts';
import type { Db } from './database.ts';
import type { PublishModel } from './models.ts';
import type { Registry } from './registry.ts';
import { signAgain } from './sign-again.ts';
import { requireDepartments } from './permissions.ts';
import type { Signer } from './signers.ts';
import { requireSigningKey } from './signing-key.ts';
import { withRefusals } from './with-refusals.ts';

const MOST_SUBGRAPHS = 500;

export interface Publication {
  subgraphs: readonly Proposal[];
  credentials: readonly string[];
  acceptBreaking: boolean;
  days: number;
}

/** Publishes subgraphs, all of them or none. */
export function createPublish(registry: Registry) {
  return function publish(asked: Publication): Promise<PublishModel> {
    const { subgraphs, credentials, days } = asked;
    checkDays(days);
    if (subgraphs.length === 0 || subgraphs.length > MOST_SUBGRAPHS) {
      throw new PublicError('INVALID_ARGUMENT', `subgraphs must have 1 to ${MOST_SUBGRAPHS} entries.`);
    }
    const names = subgraphs.map(({ department }) => department);
    const attempt = {
      action: 'publish',
      digest: contents.publish(subgraphs),
      subject: names.join(', '),
      credentials,
    } as const;

    return withRefusals(registry.db, () =>
      registry.attempt(attempt, async (signers) => {
        requireDepartments(signers, names);
        const signingKey = requireSigningKey(registry);
        await checkProposals(subgraphs, registry.allowLoopback);
        return (tx) => publishProposals(tx, { ...registry, signingKey }, asked, signers);
      }),
    );
  };
}

async function publishProposals(
  tx: Db,
  { composer, signingKey }: Pick<Registry, 'composer'> & { signingKey: ReturnType<typeof requireSigningKey> },
  { subgraphs, acceptBreaking, days }: Publication,
  signers: readonly Signer[],
): Promise<PublishModel> {
  const current = await readCurrentGraph(tx);
  const proposals = subgraphs.filter((proposal) => !isInForce(proposal, current));
  if (proposals.length === 0) {
    await signAgain(tx, signingKey, current!.version);
    return { outcome: 'UNCHANGED', version: current!.version, check: null, userErrors: [] };
  }
  for (const { department } of proposals) await addDepartment(tx, department);

  const found = await composer.check(
    current?.parts.map(toInput) ?? [],
    proposals.map(toInput),
    current?.supergraphSdl ?? null,
  );
  const admission = { acceptBreaking, days, field: ['subgraphs'] };
  const { check, sdls } = await admitGraph(tx, composer, found, admission);
  const version = (current?.version ?? 0) + 1;
  const changed = new Map<string, number>();
  for (const proposal of proposals) {
    const { kid } = signerOf(signers, proposal.department);
    changed.set(proposal.department, await addSubgraphVersion(tx, proposal, kid));
  }
  const parts = (current?.parts ?? []).filter(({ department }) => !changed.has(department));
  await addSupergraphVersion(tx, signingKey, {
    version,
    createdBy: signers[0]!.kid,
    reason: 'PUBLISHED',
    note: null,
    changes: check.changes,
    parts: [...parts, ...[...changed].map(([department, number]) => ({ department, number }))],
    sdls,
  });
  return { outcome: 'PUBLISHED', version, check, userErrors: [] };
}

function isInForce({ department, url, sdl }: Proposal, current: CurrentGraph | null): boolean {
  const part = current?.parts.find((other) => other.department === department);
  return part !== undefined && part.url === url && part.sdl === sdl;
}

/** The department's own key where it has signed, else an operator's. */
function signerOf(signers: readonly Signer[], department: string): Signer {
  const own = signers.find(({ role, holder }) => role === 'DEPARTMENT' && holder === department);
  return own ?? signers.find(({ role }) => role === 'OPERATOR')!;
}
