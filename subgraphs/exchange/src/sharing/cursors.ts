import { defineKeyset } from '@yiwang/subgraph-kit';

/** Newest first. */
export const applicationCursor = defineKeyset('sharingApplications', ['integer']);

/** Newest first. */
export const grantCursor = defineKeyset('grants', ['integer']);

/** Newest first. */
export const correctionCursor = defineKeyset('corrections', ['integer']);
