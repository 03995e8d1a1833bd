import { defineCertificates } from '@yiwang/subgraph-kit/certificate-tables';

/** The business licences of enterprises that were registered in the graph. */
export const certificates = defineCertificates();
