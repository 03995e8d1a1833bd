import { PublicError } from '@yiwang/errors';
import { contents, type PrivateKey } from '@yiwang/identity';
import { requireDepartments, type Signer } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { UserErrors } from '../shared/user-errors.ts';
import { checkDays } from '../usage/read-usage.ts';
import { consumeApprovals } from './consent-needs.ts';
import {
  type CurrentGraph,
  readCurrentGraph,
  readCurrentVersion,
  readParts,
  toInput,
} from './current-graph.ts';
import { checkProposals, type Proposal } from './proposal/check-proposals.ts';
import { storeVerified, type Verification, verifyCallers } from './proposal/verify-callers.ts';
import type { PublishModel } from './registry-models.ts';
import { type Registry, requireSigningKey } from './registry.ts';
import { publishPayload } from './run-command.ts';
import { requirePassing } from './schema-check.ts';
import { readVariants } from './variants.ts';
import { givenConsent, type Waived, type WaiverRequest } from './waiver.ts';
import { addDepartment, addSubgraphVersion, addSupergraphVersion, signAgain } from './write-versions.ts';

const MAX_SUBGRAPHS = 500;

export interface Publication {
  subgraphs: readonly Proposal[];
  credentials: readonly string[];
  acceptBreaking: boolean;
  days: number;
  waiver?: WaiverRequest | null | undefined;
}

/** Creates the command that publishes subgraphs: all of them, or none. */
export function createPublish(registry: Registry) {
  return function publish(publication: Publication): Promise<PublishModel> {
    const { subgraphs, credentials, acceptBreaking, days } = publication;
    checkDays(days);
    if (subgraphs.length === 0 || subgraphs.length > MAX_SUBGRAPHS) {
      throw new PublicError('INVALID_ARGUMENT', `subgraphs must have 1 to ${MAX_SUBGRAPHS} entries.`);
    }
    const names = subgraphs.map(({ department }) => department);
    const command = {
      action: 'publish',
      digest: contents.publish(subgraphs, { acceptBreaking, days }),
      subject: names.join(', '),
      credentials,
      waiver: publication.waiver,
    } as const;

    return publishPayload(registry.db, () =>
      registry.runCommand(command, async (signers, waived) => {
        requireDepartments(signers, names);
        const signingKey = requireSigningKey(registry);
        await checkProposals(subgraphs, registry);
        const verification = await verifyChanged(registry, subgraphs, waived);
        return (tx) =>
          publishProposals(tx, { ...registry, signingKey }, publication, signers, waived, verification);
      }),
    );
  };
}

async function publishProposals(
  tx: Db,
  {
    composer,
    signingKey,
    operatorKeys,
  }: Pick<Registry, 'composer' | 'operatorKeys'> & { signingKey: PrivateKey },
  { subgraphs, acceptBreaking, days }: Publication,
  signers: readonly Signer[],
  waived: Waived['of'],
  verification: Verification,
): Promise<PublishModel> {
  const current = await readCurrentGraph(tx);
  const proposals = subgraphs.filter((proposal) => !isInForce(proposal, current));
  if (proposals.length === 0) {
    await signAgain(tx, signingKey, current!.version);
    return { outcome: 'UNCHANGED', version: current!.version, check: null, userErrors: [] };
  }
  for (const { department } of proposals) await addDepartment(tx, department);
  await storeVerified(tx, verification.verified);

  const checked = await composer.check(
    current?.parts.map(toInput) ?? [],
    proposals.map(toInput),
    current?.supergraphSdl ?? null,
    { variants: await readVariants(tx) },
  );
  const found = { ...checked, hints: [...checked.hints, ...verification.hints] };
  const change = {
    acceptBreaking,
    days,
    proposers: proposals.map(({ department }) => department),
    given: givenConsent(signers, waived, operatorKeys),
    field: ['subgraphs'],
    signers,
    published: current?.parts ?? [],
  };
  const { check, sdls, needs } = await requirePassing(tx, composer, found, change);
  const version = (current?.version ?? 0) + 1;
  const newNumbers = new Map<string, number>();
  for (const proposal of proposals) {
    const { kid } = signerOf(signers, proposal.department);
    newNumbers.set(proposal.department, await addSubgraphVersion(tx, proposal, kid));
  }
  const parts = (current?.parts ?? []).filter(({ department }) => !newNumbers.has(department));
  await addSupergraphVersion(tx, signingKey, {
    version,
    createdBy: signers[0]!.kid,
    reason: 'PUBLISHED',
    note: null,
    changes: check.changes,
    parts: [...parts, ...[...newNumbers].map(([department, number]) => ({ department, number }))],
    sdls,
  });
  await consumeApprovals(tx, needs, version);
  return { outcome: 'PUBLISHED', version, check, userErrors: [] };
}

/**
 * Verifies the departments whose address or schema changes. It runs before the registry is locked, since departments may be slow.
 *
 * @throws UserErrors CALLERS_NOT_VERIFIED, RULES_NOT_ENFORCED or DEPARTMENT_UNREACHABLE
 */
async function verifyChanged(
  { db, tls }: Pick<Registry, 'db' | 'tls'>,
  subgraphs: readonly Proposal[],
  waived: Waived['of'],
): Promise<Verification> {
  if (waived.includes('CALLER_VERIFICATION')) return { verified: [], hints: [], userErrors: [] };
  const version = await readCurrentVersion(db);
  const parts = version === null ? [] : await readParts(db, version);
  const changed = subgraphs.filter((proposal) => !isInForce(proposal, { parts }));
  const field = (proposal: Proposal) => ['subgraphs', String(subgraphs.indexOf(proposal)), 'url'];
  const found = await verifyCallers(db, changed, field, tls);
  if (found.userErrors.length > 0) throw new UserErrors(found.userErrors);
  return found;
}

function isInForce({ department, url, sdl }: Proposal, current: Pick<CurrentGraph, 'parts'> | null): boolean {
  const part = current?.parts.find((other) => other.department === department);
  return part !== undefined && part.url === url && part.sdl === sdl;
}

/** The department itself if it has signed, otherwise an operator. */
function signerOf(signers: readonly Signer[], department: string): Signer {
  const own = signers.find(({ role, holder }) => role === 'DEPARTMENT' && holder === department);
  return own ?? signers.find(({ role }) => role === 'OPERATOR')!;
}
