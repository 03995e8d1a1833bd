import { subgraphVersions, supergraphVersions } from './tables.ts';

/** All but the SDL: see SubgraphVersionModel. */
export const subgraphColumns = {
  department: subgraphVersions.department,
  number: subgraphVersions.number,
  url: subgraphVersions.url,
  digest: subgraphVersions.digest,
  publishedAt: subgraphVersions.publishedAt,
  publishedBy: subgraphVersions.publishedBy,
};

/** Without the variant: see SupergraphVersionModel. */
export const supergraphColumns = {
  version: supergraphVersions.version,
  createdAt: supergraphVersions.createdAt,
  reason: supergraphVersions.reason,
  note: supergraphVersions.note,
};
