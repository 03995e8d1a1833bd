import { defineKeyset } from '@yiwang/subgraph-kit';

/** Service items, by code. */
export const serviceItemCursor = defineKeyset('serviceItems', ['text']);

/** Cases, by the day of receipt and the number. */
export const caseCursor = defineKeyset('cases', ['date', 'text']);

/** Cases at an office, by the day by which it must act and the number. */
export const inboxCursor = defineKeyset('caseInbox', ['date', 'text']);

/** Permits, by the first day of validity and the number. */
export const permitCursor = defineKeyset('permits', ['date', 'text']);
