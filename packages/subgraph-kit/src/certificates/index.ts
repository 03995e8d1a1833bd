export type { CertificateState } from '@yiwang/certificates';
export type { NewCertificate } from './certificate-commands.ts';
export type { CertificateContent } from './certificate-content.ts';
export { prepareCertificateLoader } from './certificate-loader.ts';
export { certificatePath, keySetPath, statusListPath } from './certificate-paths.ts';
export { type CertificateContext, certificateResolvers } from './certificate-resolvers.ts';
export { type CertificateSettings, certificateSettings } from './certificate-settings.ts';
export { type CertificateRow, type CertificateTable, defineCertificates } from './certificate-tables.ts';
export {
  type CertificateRight,
  type Certificates,
  type CertificatesOptions,
  type KindOptions,
  openCertificates,
} from './certificates.ts';
