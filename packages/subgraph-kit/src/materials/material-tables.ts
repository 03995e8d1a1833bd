import { bigint, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export type MaterialTables = ReturnType<typeof defineMaterials>;
export type MaterialRow = MaterialTables['materials']['$inferSelect'];
export type UploadRow = MaterialTables['uploads']['$inferSelect'];

/** Why an upload became no material. */
export interface Refusal {
  reason: 'EMPTY' | 'TYPE' | 'UNREADABLE' | 'ENCRYPTED' | 'MACROS' | 'ARCHIVE_TOO_LARGE';
  message: string;
}

/**
 * The tables of the materials 材料 of a department, for its src/tables.ts. Source: whoever uploads.
 *
 * @example export const { materials, uploads: materialUploads } = defineMaterials();
 */
export function defineMaterials() {
  const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
  const bytes = (name: string) => bigint(name, { mode: 'number' });
  const materials = pgTable(
    'materials',
    {
      /** That of its upload. */
      id: text().primaryKey(),
      /** What it belongs to, as the department named it when the upload began. */
      owner: text().notNull(),
      /** Of its content, in hexadecimal digits: the content is stored once, under this name. */
      sha256: text().notNull(),
      bytes: bytes('bytes').notNull(),
      /** Read from the content. */
      mediaType: text('media_type').notNull(),
      /** As the client named it, cleaned. */
      name: text().notNull(),
      /** `user:` and the person, or `client:` and the application that acts for itself. */
      uploadedBy: text('uploaded_by').notNull(),
      at: moment('at').notNull(),
    },
    (table) => [index('materials_owner').on(table.owner), index('materials_sha256').on(table.sha256)],
  );
  const uploads = pgTable(
    'material_uploads',
    {
      id: text().primaryKey(),
      owner: text().notNull(),
      /** Who may send bytes, written as {@link materials}.uploadedBy. */
      holder: text().notNull(),
      name: text().notNull(),
      /** As announced. */
      bytes: bytes('bytes').notNull(),
      mediaTypes: text('media_types').array().notNull(),
      /** How many bytes are stored: the next one goes there. */
      stored: bytes('stored').notNull().default(0),
      /** Of the request that sends bytes now; no other may before `leased_until`. */
      lease: text(),
      leasedUntil: moment('leased_until'),
      /** Both set from when the content was checked until there is a material: so long nobody removes the content. */
      sha256: text(),
      foundType: text('found_type'),
      refused: jsonb().$type<Refusal>(),
      /** When it became a material. */
      finishedAt: moment('finished_at'),
      at: moment('at').notNull(),
      expiresAt: moment('expires_at').notNull(),
    },
    (table) => [
      index('material_uploads_expires').on(table.expiresAt),
      index('material_uploads_sha256').on(table.sha256),
    ],
  );
  return { materials, uploads };
}
