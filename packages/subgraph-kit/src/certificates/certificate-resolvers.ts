import { certificatePath } from './certificate-paths.ts';
import type { CertificateRow } from './certificate-tables.ts';
import type { Certificates } from './certificates.ts';

/** What a context has of certificates. */
export interface CertificateContext {
  /** Null where none are issued. */
  certificates: Certificates | null;
}

/**
 * The resolvers of the type Certificate, which is the same in all departments.
 *
 * @example Certificate: certificateResolvers(NAME)
 */
export function certificateResolvers(department: string) {
  return {
    path: ({ identifier }: CertificateRow) => certificatePath(department, identifier, 'pdf'),
    credentialPath: ({ identifier }: CertificateRow) => certificatePath(department, identifier, 'sd-jwt'),
    credential: (row: CertificateRow, _args: object, { certificates }: CertificateContext) =>
      certificates?.credentialOf(row) ?? null,
  };
}
