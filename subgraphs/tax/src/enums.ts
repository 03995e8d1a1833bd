import { pgEnum } from 'drizzle-orm/pg-core';

/** The lists of the schema as PostgreSQL types: 4 bytes a value, where a text takes up to 30, in tables of millions. */

export const CREDIT_LEVELS = ['A', 'B', 'M', 'C', 'D'] as const;

/** 税种, in the order in which they are shown. */
export const TAX_KINDS = [
  'VALUE_ADDED_TAX',
  'CONSUMPTION_TAX',
  'CORPORATE_INCOME_TAX',
  'INDIVIDUAL_INCOME_TAX',
  'RESOURCE_TAX',
  'URBAN_LAND_USE_TAX',
  'PROPERTY_TAX',
  'URBAN_CONSTRUCTION_TAX',
  'LAND_APPRECIATION_TAX',
  'STAMP_DUTY',
  'DEED_TAX',
  'ENVIRONMENTAL_PROTECTION_TAX',
  'FARMLAND_OCCUPATION_TAX',
  'VEHICLE_PURCHASE_TAX',
  'VEHICLE_AND_VESSEL_TAX',
  'TOBACCO_LEAF_TAX',
  'TONNAGE_TAX',
  'CUSTOMS_DUTY',
] as const;

/** Shortest first. */
export const FILING_PERIODS = ['EACH_TIME', 'MONTHLY', 'QUARTERLY', 'YEARLY'] as const;

export type CreditLevel = (typeof CREDIT_LEVELS)[number];
export type TaxKind = (typeof TAX_KINDS)[number];
export type FilingPeriod = (typeof FILING_PERIODS)[number];

export const creditLevel = pgEnum('credit_level', CREDIT_LEVELS);
export const taxKind = pgEnum('tax_kind', TAX_KINDS);
export const filingPeriod = pgEnum('filing_period', FILING_PERIODS);
export const dataSource = pgEnum('data_source', ['REGISTER', 'GENERATED', 'GRAPH']);
