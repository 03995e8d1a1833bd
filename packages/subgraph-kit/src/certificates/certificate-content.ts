import type { Certificate } from '@yiwang/certificates';

/** What a certificate says, as a table keeps it: all but what the table has in columns of its own. */
export type CertificateContent = Omit<
  Certificate,
  'identifier' | 'kind' | 'department' | 'issuedAt' | 'status'
>;
