export type { BilingualText, Certificate, CertificateDetail } from '../credential/certificate.ts';
export { CertificateError } from '../certificate-error.ts';
export { type PublicKey, type PublishedKeys, readPublishedKeys } from '../signing/keys.ts';
export { type CertificateState, verifyStatusList, type VerifiedStatusList } from '../status/status-list.ts';
export { type Verdict, VERDICTS } from './verdicts.ts';
export {
  type CheckedState,
  MAX_CERTIFICATE_BYTES,
  verifyCertificate,
  type Verification,
  type VerifyOptions,
} from './verify-certificate.ts';
export { type OfflineOptions, verifyOffline } from './verify-offline.ts';
