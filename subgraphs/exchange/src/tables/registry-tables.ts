import type { SchemaChange } from '@yiwang/composition';
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

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Keys that may act on the registry. Source: operators, by registerKey. A key is never removed, since versions refer to it. */
export const keys = pgTable('keys', {
  /** Thumbprint, RFC 7638. */
  kid: text().primaryKey(),
  role: text({ enum: ['DEPARTMENT', 'GATEWAY', 'OPERATOR'] }).notNull(),
  /** Name of the department, gateway or operator. */
  holder: text().notNull(),
  /** The x of the JSON Web Key. Its other members are the same for every key. */
  x: text().notNull(),
  registeredAt: moment('registered_at').notNull().defaultNow(),
  registeredBy: text('registered_by').notNull(),
  /** Null while the key is valid. */
  revokedAt: moment('revoked_at'),
  revokedBy: text('revoked_by'),
});

/** Consumed credentials, until they expire. */
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
  /** See lookAlikeOf: no two departments have the same. */
  lookAlike: text('look_alike').notNull().unique(),
});

/** Published subgraphs. Rows are only added. */
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

/** Versions of the supergraph. Rows are only added; the greatest version is in force. */
export const supergraphVersions = pgTable('supergraph_versions', {
  /** Counts up from 1, without gaps. */
  version: integer().primaryKey(),
  createdAt: moment('created_at').notNull().defaultNow(),
  createdBy: text('created_by').notNull(),
  reason: text({ enum: ['PUBLISHED', 'ROLLED_BACK', 'WITHDRAWN'] }).notNull(),
  note: text(),
  /** The changes since the version before, with who had used what they affect. */
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

/** Variants of the supergraph. Source: the migration. `internal` shows everything. */
export const variants = pgTable('variants', {
  name: text().primaryKey(),
  /** Schema elements with one of these tags are hidden. */
  excludeTags: text('exclude_tags').array().notNull(),
});

/** The supergraph of one variant of a version. */
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

/** Changes that need the consent of a department. Source: rejected publications, and departments, by approveChange. */
export const approvals = pgTable(
  'approvals',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** SHA-256 of owner, proposers and changes. */
    change: text().notNull(),
    owner: text().notNull(),
    proposers: text().array().notNull(),
    /** What would change, one sentence each. */
    changes: jsonb().$type<string[]>().notNull(),
    requestedAt: moment('requested_at').notNull().defaultNow(),
    /** This and the next four are null until it is approved. The credential is kept as proof of what was signed. */
    approvedAt: moment('approved_at'),
    approvedBy: text('approved_by'),
    role: text({ enum: ['DEPARTMENT', 'OPERATOR'] }),
    credential: text(),
    expiresAt: moment('expires_at'),
    /** When it was declined or withdrawn. */
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    /** The version that consumed it. */
    version: integer().references(() => supergraphVersions.version),
  },
  (table) => [index('approvals_change').on(table.change), index('approvals_owner').on(table.owner, table.id)],
);

/** Departments that verified their callers when they were published, with their address. */
export const verifiedAddresses = pgTable(
  'verified_addresses',
  {
    department: text()
      .notNull()
      .references(() => departments.name),
    url: text().notNull(),
    verifiedAt: moment('verified_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.department, table.url] })],
);

export const gateways = pgTable('gateways', {
  name: text().primaryKey(),
  lastSeenAt: moment('last_seen_at').notNull(),
});

/** The versions that gateways run, by their last report. */
export const gatewayVersions = pgTable(
  'gateway_versions',
  {
    gateway: text()
      .notNull()
      .references(() => gateways.name),
    variant: text().notNull(),
    /** Null when the gateway has no version. */
    version: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.gateway, table.variant] }),
    index('gateway_versions_version').on(table.version, table.variant),
  ],
);

/** Every command on the registry, accepted or rejected. Rows are only added. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull().defaultNow(),
    action: text({
      enum: [
        'publish',
        'withdraw',
        'rollback',
        'registerKey',
        'revokeKey',
        'approve',
        'withdrawApproval',
        // By prepare.ts, and no command of the registry.
        'dropAccesses',
      ],
    }).notNull(),
    outcome: text({ enum: ['ACCEPTED', 'REFUSED'] }).notNull(),
    /** What it changes: departments, a version, a key, a month of records. */
    subject: text().notNull(),
    /** Thumbprints of the keys that signed, if their credentials were valid. */
    kids: text().array().notNull(),
    /** Code of docs/errors.md, or of a user error. Null when it was accepted. */
    code: text(),
    /** Message of the error, or the reason that the caller gave, and the requirements that an operator waived. */
    reason: text(),
  },
  (table) => [index('audit_log_at').on(table.at)],
);

export type KeyRow = typeof keys.$inferSelect;
export type SubgraphVersionRow = typeof subgraphVersions.$inferSelect;
export type SupergraphVersionRow = typeof supergraphVersions.$inferSelect;
export type ApprovalRow = typeof approvals.$inferSelect;
export type AuditRow = typeof auditLog.$inferInsert;

/** One client's use of an operation, summed over a period. */
export interface UsageModel {
  client: string | null;
  clientVersion: string | null;
  operation: string | null;
  digest: string;
  calls: number;
  errors: number;
  lastAt: string;
}

/** A change with the users that it affects, as it is stored with the version that made it. */
export interface StoredChange extends Pick<SchemaChange, 'kind' | 'severity' | 'coordinate' | 'message'> {
  usedBy: UsageModel[];
  /** Departments whose consent it needs. Absent when it needs none. */
  consentOf?: string[];
}
