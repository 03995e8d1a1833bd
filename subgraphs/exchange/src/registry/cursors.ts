import { defineKeyset } from '@yiwang/subgraph-kit';

/** Versions of one department's subgraph, newest first. */
export const historyCursor = defineKeyset('history', ['integer']);

/** Versions of the supergraph, newest first. */
export const versionCursor = defineKeyset('supergraphVersions', ['integer']);
