import type { Caller } from '@yiwang/subgraph-kit';
import { type MaterialRight, type Materials, openMaterials } from '@yiwang/subgraph-kit/materials';
import { eq, notExists, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { actsFor, createCaseRights } from '../cases/case-rights.ts';
import type { PermitsConfig } from '../config.ts';
import { NAME } from '../department.ts';
import { cases } from '../tables.ts';
import { caseMaterials, materials, materialUploads } from './case-material-tables.ts';

/** Opens what people hand in. Who may see a case may see its files; each download is in the access log. */
export function openCaseMaterials(
  db: PostgresJsDatabase,
  settings: Pick<PermitsConfig, keyof Parameters<typeof openMaterials>[0]['settings'] & keyof PermitsConfig>,
  now = () => new Date(),
): Promise<Materials> {
  const rights = createCaseRights(now);

  async function mayRead(caller: Caller, { owner }: { owner: string }): Promise<MaterialRight | null> {
    const [row] = await db.select().from(cases).where(eq(cases.number, owner));
    if (!row) return null;
    const subjects = [
      { type: 'Case', key: row.number },
      ...(row.applicantUscc === null ? [] : [{ type: 'Enterprise', key: row.applicantUscc }]),
    ];
    if (actsFor(caller, row) !== null) return { subjects, isOwn: true };
    // A draft is its applicant's alone.
    if (row.state === 'DRAFT') return null;
    const right = await rights.mayDecide(db, caller, row);
    return right === null || right === 'ELSEWHERE' ? null : { subjects, isOwn: false };
  }

  return openMaterials({
    department: NAME,
    db,
    tables: { materials, uploads: materialUploads },
    settings,
    mayRead,
    async mayUpload(caller, { owner }) {
      const [row] = await db.select().from(cases).where(eq(cases.number, owner));
      return row !== undefined && actsFor(caller, row) !== null;
    },
  });
}

/** Of the materials, those that no case refers to. */
export const UNUSED_MATERIALS = notExists(
  sql`(select 1 from ${caseMaterials} where ${caseMaterials.materialId} = ${materials.id})`,
);
