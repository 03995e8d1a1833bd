export { readTableSizes } from './columns.ts';
export { type ListReport, type WalkedRequest } from './walk-list.ts';
export { type WalkOptions, walkLists } from './walk-lists.ts';
