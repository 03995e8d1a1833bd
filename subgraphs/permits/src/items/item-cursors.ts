import { defineKeyset } from '@yiwang/subgraph-kit';

/** Items of the basic catalogue, by basic code. */
export const catalogueItemCursor = defineKeyset('catalogueItems', ['text']);

/** Deviations, by code of the service item and aspect. */
export const itemDeviationCursor = defineKeyset('itemDeviations', [
  'text',
  ['BASIS', 'CODE', 'NAME', 'TYPE'],
]);

/** Versions, by code of the service item and number. */
export const itemVersionCursor = defineKeyset('itemVersions', ['text', 'integer']);
