export { hundredths, type MadeUpParcel, madeUpParcels } from './made-up-parcels.ts';
export { type MadeUpUnit, madeUpUnits } from './made-up-units.ts';
export { metresPerDegree } from './outline.ts';
export type { SupplyWay } from './site-kinds.ts';
