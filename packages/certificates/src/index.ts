export { CertificateError } from './certificate-error.ts';
export type { BilingualText, Certificate, CertificateDetail } from './credential/certificate.ts';
export { CREDENTIAL_MEDIA_TYPE } from './credential/claims.ts';
export { createSecret, signCredential } from './credential/sign-credential.ts';
export { issueDocument } from './document/issue-document.ts';
export { createPageRenderer, type PageRenderer } from './document/page-renderer.ts';
export {
  type CertificateIdentifier,
  formatIdentifier,
  isCertificateType,
  parseIdentifier,
} from './identifier/identifier.ts';
export { ALGORITHMS, type Jwk, type SignatureAlgorithm } from './signing/algorithms.ts';
export {
  type CertificateKeys,
  createKeySet,
  formatPublishedKeys,
  readCertificateKeys,
  type SigningKey,
} from './signing/keys.ts';
export {
  type CertificateState,
  signStatusList,
  STATUS_LIST_MEDIA_TYPE,
  STATUS_LIST_SIZE,
} from './status/status-list.ts';
