import { defineKeyset } from '@yiwang/subgraph-kit';

/** Records, by number. */
export const recordCursor = defineKeyset('servicesRecords', ['text']);
