import { defineMaterials } from '@yiwang/subgraph-kit/material-tables';
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { cases } from '../tables.ts';

/** What people have uploaded, and what they are uploading. Source: clients. */
export const { materials, uploads: materialUploads } = defineMaterials();

/** The files of a case. What stands here is kept; uploads that no case refers to are removed. Source: mutations. */
export const caseMaterials = pgTable(
  'case_materials',
  {
    caseNumber: text('case_number')
      .notNull()
      .references(() => cases.number),
    materialId: text('material_id')
      .notNull()
      .references(() => materials.id),
    /** Which material of the guide it is, by the name that the guide gives it. */
    material: text().notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseNumber, table.materialId] })],
);

export interface CaseMaterialRow {
  caseNumber: string;
  id: string;
  material: string;
  name: string;
  bytes: number;
  mediaType: string;
  sha256: string;
  at: string;
}
