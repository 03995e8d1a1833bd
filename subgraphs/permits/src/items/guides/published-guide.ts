import type { ServiceItemModel } from '../../models.ts';
import type { Material } from '../../tables.ts';
import type { GuideModel } from '../item-models.ts';
import type { ItemVersionRow } from '../item-tables.ts';
import { materialsOf } from '../rules/requirements.ts';
import { guideText } from '../search-text.ts';
import type { ShownMaterial } from './guide.ts';

/** The columns of a service item that its published guide fills, so that searches and lists read one table. */
export type GuideColumns = Omit<GuideModel, 'basis' | 'levels'>;

export function guideColumns({ guide, rules }: Pick<ItemVersionRow, 'guide' | 'rules'>): GuideColumns {
  const { conditions, steps, statutoryDays, promisedDays, visits, feeCny, onlineDepth } = guide;
  const materials = materialsOf(guide, rules).map(storedMaterial);
  return { conditions, materials, steps, statutoryDays, promisedDays, visits, feeCny, onlineDepth };
}

/** All columns of a service item that publishing a guide changes. */
export function publishedColumns(
  version: Pick<ItemVersionRow, 'guide' | 'rules'>,
): GuideColumns & { guideText: string } {
  return { ...guideColumns(version), guideText: guideText(version.guide) };
}

/** The guide of a version. Basis and levels are the item's. */
export function guideOf(version: ItemVersionRow, { basis, levels }: ServiceItemModel): GuideModel {
  return { ...guideColumns(version), basis, levels };
}

export function storedMaterial(material: ShownMaterial): Material {
  return { ...material, fromSharedData: material.heldBy !== null };
}
