import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ServiceItemType, ServiceLevel } from '../generated/types.ts';
import { serviceItems } from '../tables.ts';
import type { FormSchema } from '@yiwang/subgraph-kit/forms';
import type { Entitlement } from '../offers/entitlement.ts';
import type { Guide } from './guides/guide.ts';
import type { DecisionTable } from './rules/decision-table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * The basic catalogue 基本目录. Source: its register, the generator, and, for what neither holds, the first item of a register of
 * service items that has the code. One row an item that regions carry out.
 */
export const catalogueItems = pgTable(
  'catalogue_items',
  {
    /** 12 characters. */
    basicCode: text('basic_code').primaryKey(),
    name: text().notNull(),
    /** As service_items.search_name. */
    searchName: text('search_name').notNull(),
    type: text().$type<ServiceItemType>().notNull(),
    /** Null where the source names none. */
    basis: text(),
    /** Levels of government that carry it out, highest first; null where the source names none. */
    levels: text().array().$type<ServiceLevel[]>(),
    source: text({ enum: ['REGISTER', 'GENERATED'] }).notNull(),
  },
  (table) => [
    index('catalogue_items_name').on(table.searchName, table.basicCode),
    index('catalogue_items_name_grams')
      .using('gin', sql`name_grams(${table.searchName})`)
      .with({ fastupdate: false }),
  ],
);

/**
 * What a department has written about an item: guide, form and rules. Source: officials, by mutations, and the generator. One row a
 * version; a trigger keeps those that were published as they are.
 */
export const itemVersions = pgTable(
  'item_versions',
  {
    itemCode: text('item_code')
      .notNull()
      .references(() => serviceItems.code),
    /** 1, 2, 3 … of its item. */
    version: integer().notNull(),
    state: text({ enum: ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED'] }).notNull(),
    /** Counts the changes, so that nobody changes what he has not seen. */
    revision: integer().notNull(),
    guide: jsonb().$type<Guide>().notNull(),
    /** Not jsonb, which forgets the order of the fields. */
    form: json().$type<FormSchema>().notNull(),
    rules: json().$type<DecisionTable>().notNull(),
    /** A GraphQL document; null when the form takes nothing from other departments. */
    prefill: text(),
    /** Who is offered it without an application; null when nobody is. */
    entitlement: json().$type<Entitlement>(),
    /** Persons who wrote it: none of them may publish it. Empty for generated rows. */
    editors: text().array().notNull(),
    changedAt: moment('changed_at').notNull(),
    publishedAt: moment('published_at'),
    /** When the next version was published. */
    supersededAt: moment('superseded_at'),
  },
  (table) => [
    primaryKey({ columns: [table.itemCode, table.version] }),
    uniqueIndex('item_versions_published')
      .on(table.itemCode)
      .where(sql`state = 'PUBLISHED'`),
    uniqueIndex('item_versions_open')
      .on(table.itemCode)
      .where(sql`state in ('DRAFT', 'IN_REVIEW')`),
    index('item_versions_state').on(table.state, table.itemCode, table.version),
  ],
);

/** The history of versions. Source: mutations. Rows are only added. */
export const itemVersionEvents = pgTable(
  'item_version_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    itemCode: text('item_code').notNull(),
    version: integer().notNull(),
    at: moment('at').notNull(),
    action: text({ enum: ['CREATE', 'REVISE', 'SUBMIT', 'RETURN', 'PUBLISH', 'SUPERSEDE'] }).notNull(),
    /** The state before; null for the first event. */
    from: text({ enum: ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED'] }),
    to: text({ enum: ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED'] }).notNull(),
    client: text().notNull(),
    user: text().notNull(),
    /** Why it was returned; null for any other action. */
    reason: text(),
  },
  (table) => [index('item_version_events_version').on(table.itemCode, table.version, table.id)],
);

export type CatalogueItemRow = typeof catalogueItems.$inferSelect;
export type ItemVersionRow = typeof itemVersions.$inferSelect;
export type ItemVersionState = ItemVersionRow['state'];
export type ItemVersionEventRow = typeof itemVersionEvents.$inferSelect;
