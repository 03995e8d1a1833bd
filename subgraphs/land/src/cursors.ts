import { defineKeyset } from '@yiwang/subgraph-kit';

/** Parcels, by the day they are listed under and the code. */
export const parcelCursor = defineKeyset('parcels', ['date', 'text']);

/** Real-estate units of a parcel, by code. */
export const unitCursor = defineKeyset('realEstateUnits', ['text']);

/** Results of land supply, by the day they are listed under and the id. */
export const supplyCursor = defineKeyset('landSupplies', ['date', 'text']);

/** Transfers, by the day they are listed under and the id. */
export const transferCursor = defineKeyset('landTransfers', ['date', 'text']);

/** Cases of an applicant, by the day of receipt and the number. */
export const landCaseCursor = defineKeyset('landCases', ['date', 'text']);

/** Cases at an office, by the day by which it must act and the number. */
export const landInboxCursor = defineKeyset('landCaseInbox', ['date', 'text']);
