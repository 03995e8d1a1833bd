import { taxAuthorities, taxpayers } from './tables.ts';

/** The columns that fields of a taxpayer read, of the two tables that hold them: see TaxpayerModel. */
export const taxpayerColumns = {
  no: taxpayers.no,
  id: taxpayers.id,
  name: taxpayers.name,
  authority: taxAuthorities.name,
  regionCode: taxpayers.regionCode,
  source: taxpayers.source,
};
