export {
  type Action,
  contents,
  type OperationContent,
  type PublishedContent,
  type RunningContent,
} from './contents.ts';
export { type Claim, type Credential, signCredential, verifyCredential } from './credential.ts';
export { digestOf } from './digest.ts';
export { IdentityError } from './identity-error.ts';
export {
  createKey,
  type PrivateKey,
  type PublicKey,
  publicKeyOf,
  readPrivateKey,
  readPublicKey,
} from './keys.ts';
export { signSupergraph, type SupergraphName, verifySupergraph } from './supergraph-signature.ts';
