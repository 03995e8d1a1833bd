import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * Where the graph holds what a material of a certain name would prove. Source: seed/material-sources.csv (GENERATED), and officials by
 * addMaterialSource (GRAPH). One row a pattern of names and a coordinate: all coordinates of a name together take its place.
 */
export const materialSources = pgTable(
  'material_sources',
  {
    /** A name as text search writes it; `*` stands for any characters. Of several patterns that fit a name, the longest holds. */
    pattern: text().notNull(),
    /** Such as `Enterprise.name`. */
    coordinate: text().notNull(),
    /** The department in the graph that holds it. As of `checkedAt`, like sharing and basis. */
    department: text().notNull(),
    sharing: text({ enum: ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'] }).notNull(),
    basis: text(),
    note: text(),
    /** The official who added it; null for rows of the seed. */
    addedBy: text('added_by'),
    checkedAt: moment('checked_at').notNull(),
    source: text({ enum: ['GENERATED', 'GRAPH'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.pattern, table.coordinate] })],
);

export type MaterialSourceRow = typeof materialSources.$inferSelect;
