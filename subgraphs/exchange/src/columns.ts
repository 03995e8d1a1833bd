import { regions } from './tables.ts';

/** The columns that fields read: see RegionModel. */
export const regionColumns = {
  code: regions.code,
  level: regions.level,
  parentCode: regions.parentCode,
  name: regions.name,
  source: regions.source,
};
