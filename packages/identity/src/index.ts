export {
  type Assertion,
  ASSERTION_HEADER,
  ASSERTION_LIFETIME_SECONDS,
  bodyDigest,
  type ConditionalRead,
  signAssertion,
  streamBinding,
  type StreamedRequest,
  verifyAssertion,
  type VerifiedAssertion,
} from './assertion.ts';
export { CHANGES_PATH, CHANGES_SCOPE } from './changes.ts';
export { type Client, PUBLIC_CLIENT } from './client.ts';
export {
  createTokenVerifier,
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  signClientToken,
  type TokenVerifier,
  type VerifiedToken,
} from './client-token.ts';
export {
  type Action,
  contents,
  type OperationContent,
  type PublishedContent,
  type RunningContent,
} from './contents.ts';
export { type Claim, type Credential, signCredential, verifyCredential } from './credential.ts';
export { digestOf } from './digest.ts';
export { ENFORCED_RULES, type EnforcedRule, ENFORCES_HEADER, readEnforcedRules } from './enforced-rules.ts';
export type { Grant } from './grant.ts';
export type { Mandate } from './mandate.ts';
export { IdentityError, IssuerUnavailableError } from './identity-error.ts';
export { type Issuer, type KeySource, TOKEN_ALGORITHMS, type TokenAlgorithm } from './issuer.ts';
export {
  createKey,
  type PrivateKey,
  type PublicKey,
  publicKeyOf,
  readPrivateKey,
  readPublicKey,
  readPublicKeys,
} from './keys.ts';
export { isPlainText } from './plain-text.ts';
export type { Purpose } from './purpose.ts';
export { formatPurpose, readPurpose } from './purpose-headers.ts';
export { formatReadNote, READ_NOTE_HEADER, type ReadNote, readReadNote } from './read-note.ts';
export { SCOPES } from './scopes.ts';
export { type GrantsInForce, readGrants, signGrants, verifyGrants } from './signed-grants.ts';
export { signSupergraph, type SupergraphName, verifySupergraph } from './supergraph-signature.ts';
