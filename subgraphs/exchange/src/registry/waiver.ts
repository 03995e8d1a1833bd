import { contents, type PublicKey } from '@yiwang/identity';
import { readSigners, requireOperator, type Signer } from '../credentials/signers.ts';
import type { Waiver } from '../generated/types.ts';
import type { Db } from '../shared/database.ts';
import type { GivenConsent } from './consent-needs.ts';

/** Requirements that an operator waives for one command, as the client sends them. */
export interface WaiverRequest {
  of: readonly Waiver[];
  credential: string;
}

/** The requirements that are waived, and who has waived them. */
export interface Waived {
  of: readonly Waiver[];
  /** Empty when nothing is waived. */
  signers: readonly Signer[];
}

const NOTHING: Waived = { of: [], signers: [] };

/**
 * Verifies a waiver.
 *
 * @param digest what the command itself is signed for
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN unless an operator has signed it
 */
export async function readWaiver(
  db: Db,
  operatorKeys: readonly PublicKey[],
  digest: string,
  request: WaiverRequest | null | undefined,
): Promise<Waived> {
  if (!request || request.of.length === 0) return NOTHING;
  const claim = { action: 'waive', digest: contents.waive(digest, request.of) };
  const signers = await readSigners(db, operatorKeys, claim, [request.credential]);
  requireOperator(signers, 'Waiving a requirement');
  return { of: request.of, signers };
}

/** What counts as consent besides approvals: the signature of the owner on the same command, and a waiver. */
export function givenConsent(
  signers: readonly Signer[],
  waived: Waived['of'],
  operatorKeys: readonly PublicKey[],
): GivenConsent {
  return {
    signedBy: signers.filter(({ role }) => role === 'DEPARTMENT').map(({ holder }) => holder),
    isWaived: waived.includes('OWNER_CONSENT'),
    operatorKids: operatorKeys.map(({ kid }) => kid),
  };
}
