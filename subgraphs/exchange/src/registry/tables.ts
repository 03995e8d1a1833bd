import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { StoredChange } from './stored-change.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Who may act on the registry. Source: operators, by registerKey. A key is never removed: versions name it. */
export const keys = pgTable('keys', {
  /** Thumbprint, RFC 7638. */
  kid: text().primaryKey(),
  role: text({ enum: ['DEPARTMENT', 'GATEWAY', 'OPERATOR'] }).notNull(),
  /** Name of the department, gateway or operator. */
  holder: text().notNull(),
  /** The x of the JSON Web Key: all that is not the same for every key. */
  x: text().notNull(),
  registeredAt: moment('registered_at').notNull().defaultNow(),
  registeredBy: text('registered_by').notNull(),
  /** Null while the key is good. */
  revokedAt: moment('revoked_at'),
  revokedBy: text('revoked_by'),
});

/** Credentials that were accepted, until they would be refused for their age. */
export const usedCredentials = pgTable(
  'used_credentials',
  {
    id: text().primaryKey(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('used_credentials_expiry').on(table.expiresAt)],
);

export const departments = pgTable('departments', {
  name: text().primaryKey(),
  /** The name as an eye sees it: no two departments look alike. */
  lookAlike: text('look_alike').notNull().unique(),
});

/** What departments have published. Rows are added only. */
export const subgraphVersions = pgTable(
  'subgraph_versions',
  {
    department: text()
      .notNull()
      .references(() => departments.name),
    /** Counts up from 1 for each department. */
    number: integer().notNull(),
    url: text().notNull(),
    sdl: text().notNull(),
    /** SHA-256 of the SDL. */
    digest: text().notNull(),
    publishedAt: moment('published_at').notNull().defaultNow(),
    /** Thumbprint of the key. */
    publishedBy: text('published_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.department, table.number] })],
);

/** Versions of the one schema. Rows are added only; the greatest version is in force. */
export const supergraphVersions = pgTable('supergraph_versions', {
  /** Counts up from 1, without gaps. */
  version: integer().primaryKey(),
  createdAt: moment('created_at').notNull().defaultNow(),
  createdBy: text('created_by').notNull(),
  reason: text({ enum: ['PUBLISHED', 'ROLLED_BACK', 'WITHDRAWN'] }).notNull(),
  note: text(),
  /** What it changed, and who had used what it changed. */
  changes: jsonb().$type<StoredChange[]>().notNull(),
});

/** The subgraphs that a version is composed of. */
export const supergraphParts = pgTable(
  'supergraph_parts',
  {
    version: integer()
      .notNull()
      .references(() => supergraphVersions.version),
    department: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.version, table.department] }),
    foreignKey({
      name: 'supergraph_parts_subgraph_version',
      columns: [table.department, table.number],
      foreignColumns: [subgraphVersions.department, subgraphVersions.number],
    }),
  ],
);

/** The ways in which the one schema is shown. The migration fills it; internal shows all. */
export const variants = pgTable('variants', {
  name: text().primaryKey(),
  /** Elements with one of these tags are left out. */
  excludeTags: text('exclude_tags').array().notNull(),
});

/** A version as one variant shows it. */
export const supergraphs = pgTable(
  'supergraphs',
  {
    version: integer()
      .notNull()
      .references(() => supergraphVersions.version),
    variant: text()
      .notNull()
      .references(() => variants.name),
    sdl: text().notNull(),
    signature: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.variant] })],
);

export const gateways = pgTable('gateways', {
  name: text().primaryKey(),
  lastSeenAt: moment('last_seen_at').notNull(),
});

/** What gateways said last that they run. */
export const gatewayVersions = pgTable(
  'gateway_versions',
  {
    gateway: text()
      .notNull()
      .references(() => gateways.name),
    variant: text().notNull(),
    /** Null when it has none. */
    version: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.gateway, table.variant] }),
    index('gateway_versions_version').on(table.version, table.variant),
  ],
);

/** Every publication, withdrawal, rollback and change of a key that was asked for, done or refused. Rows are added only. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull().defaultNow(),
    action: text({ enum: ['publish', 'withdraw', 'rollback', 'registerKey', 'revokeKey'] }).notNull(),
    outcome: text({ enum: ['ACCEPTED', 'REFUSED'] }).notNull(),
    /** What it was about: departments, a version, a key. */
    subject: text().notNull(),
    /** Thumbprints of the keys that signed, as far as they are known to be theirs. */
    kids: text().array().notNull(),
    /** A code of docs/errors.md or of a user error; null when it was accepted. */
    code: text(),
    /** In words; for a rollback and a withdrawal the reason that was given. */
    reason: text(),
  },
  (table) => [index('audit_log_at').on(table.at)],
);

export type KeyRow = typeof keys.$inferSelect;
export type SubgraphVersionRow = typeof subgraphVersions.$inferSelect;
export type SupergraphVersionRow = typeof supergraphVersions.$inferSelect;
export type AuditRow = typeof auditLog.$inferInsert;
