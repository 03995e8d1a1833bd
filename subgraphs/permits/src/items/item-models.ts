import type { Connection } from '@yiwang/subgraph-kit';
import type { ItemAspect, ItemErrorCode } from '../generated/types.ts';
import type { ServiceItemModel } from '../models.ts';
import type { CatalogueItemRow, ItemVersionRow } from './item-tables.ts';

/** A guide, of a service item or of one of its versions: the columns of the one serve the other. */
export type GuideModel = Pick<
  ServiceItemModel,
  | 'basis'
  | 'conditions'
  | 'materials'
  | 'steps'
  | 'statutoryDays'
  | 'promisedDays'
  | 'visits'
  | 'feeCny'
  | 'onlineDepth'
  | 'levels'
>;

export type CatalogueItemConnectionModel = Connection<CatalogueItemRow>;
export type ItemVersionConnectionModel = Connection<ItemVersionRow>;

export interface ItemDeviationModel {
  itemCode: string;
  /** Basic code of the item of the catalogue; null when there is none. */
  basicCode: string | null;
  aspect: ItemAspect;
  catalogueSays: string | null;
  itemSays: string | null;
}

export interface ItemDeviationConnectionModel extends Connection<ItemDeviationModel> {
  countByAspect: () => Promise<{ aspect: ItemAspect; count: number }[]>;
}

/** An entry of `userErrors` or `warnings`. */
export interface ItemUserErrorModel {
  code: ItemErrorCode;
  message: string;
  field: string[] | null;
}
