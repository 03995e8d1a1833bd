import { defineKeyset } from '@yiwang/subgraph-kit';

/** Regions, by code. */
export const regionCursor = defineKeyset('regions', ['text']);
