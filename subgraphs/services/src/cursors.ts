import { defineKeyset } from '@yiwang/subgraph-kit';

/** Applications, by the day on which they were begun, and number. */
export const matterCaseCursor = defineKeyset('matterCases', ['date', 'text']);
