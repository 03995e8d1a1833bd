import { defineKeyset } from '@yiwang/subgraph-kit';

/** Enterprises, by the day they are listed under and the USCC. */
export const enterpriseCursor = defineKeyset('enterprises', ['date', 'text']);

/** Changes of registration, by day and row number. */
export const changeCursor = defineKeyset('changes', ['date', 'integer']);
