export { type Client, PUBLIC_CLIENT } from './client.ts';
export {
  type AccessContent,
  type Action,
  contents,
  type OperationContent,
  type PublishedContent,
  type RunningContent,
} from './contents.ts';
export { type Claim, type Credential, signCredential, verifyCredential } from './credential.ts';
export { digestOf } from './digest.ts';
export type { Grant } from './grant.ts';
export { IdentityError } from './identity-error.ts';
export {
  createKey,
  type PrivateKey,
  type PublicKey,
  publicKeyOf,
  readPrivateKey,
  readPublicKey,
} from './keys.ts';
export type { Purpose } from './purpose.ts';
export { signSupergraph, type SupergraphName, verifySupergraph } from './supergraph-signature.ts';
