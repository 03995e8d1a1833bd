export { CodeError, type CodeErrorReason, type CodeKind } from './code-error.ts';
export { foldWidth } from './fold-width.ts';
export {
  INDUSTRY_LEVELS,
  type IndustryCode,
  type IndustryLevel,
  isIndustryCode,
  nameOfIndustry,
  parseIndustryCode,
  sectionOfDivision,
} from './industry-code.ts';
export {
  INDUSTRY_DIVISIONS,
  INDUSTRY_SECTIONS,
  type IndustryDivision,
  type IndustrySection,
} from './industry-table.ts';
export {
  isLandUseCode,
  LAND_USES,
  type LandUse,
  lookUpLandUse,
  lookUpLandUseByName,
  parseLandUseCode,
} from './land-use.ts';
export {
  isOldTaxpayerNumber,
  type OldTaxpayerNumber,
  parseOldTaxpayerNumber,
} from './old-taxpayer-number.ts';
export {
  checkCharacterOfOrganisationCode,
  isOrganisationCode,
  type OrganisationCode,
  parseOrganisationCode,
} from './organisation-code.ts';
export { normaliseName, searchForm } from './organisation-name.ts';
export { isParcelCode, type ParcelCode, parseParcelCode } from './parcel-code.ts';
export {
  type FeatureMeaning,
  FIXTURES,
  type Fixture,
  PARCEL_OWNERSHIPS,
  PARCEL_RIGHTS,
  type ParcelOwnership,
  type ParcelRight,
} from './parcel-features.ts';
export {
  isRealEstateUnitCode,
  parseRealEstateUnitCode,
  type RealEstateUnitCode,
} from './real-estate-unit-code.ts';
export {
  isRegionCode,
  parseRegionCode,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
  regionPath,
  regionRange,
} from './region-code.ts';
export { parseRegionLine, type RegionList, readRegionList } from './region-lists.ts';
export {
  childrenOfRegion,
  fullNameOfRegion,
  isPlaceholderRegion,
  lookUpRegion,
  provinces,
  type Region,
} from './regions.ts';
export { repairCode, repairOrganisationCode } from './repair-code.ts';
export { checkCharacterOfUscc, isUscc, parseUscc, regionOfUscc, USCC_ALPHABET, type Uscc } from './uscc.ts';
