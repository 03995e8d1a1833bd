import type { ServiceItemModel } from './models.ts';

/** The columns that fields of ServiceGuide read. */
const GUIDE_COLUMNS = [
  'basis',
  'conditions',
  'materials',
  'steps',
  'statutoryDays',
  'promisedDays',
  'visits',
  'feeCny',
  'onlineDepth',
  'levels',
] as const satisfies readonly (keyof ServiceItemModel)[];

/** False for an item of a register that states nothing of a guide. */
export function hasGuide(item: ServiceItemModel): boolean {
  return GUIDE_COLUMNS.some((column) => item[column] !== null);
}
