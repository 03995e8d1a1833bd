import { defineCertificates } from '@yiwang/subgraph-kit/certificate-tables';

/** The certificates of registrations and planning permits that were granted in the graph, by number of the case. */
export const certificates = defineCertificates();
