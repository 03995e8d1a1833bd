import { repairCode } from '@yiwang/codes';
import { checkText, runOnce, userError } from '@yiwang/subgraph-kit';
import { type CaseErrorCode, unknownNumber } from '@yiwang/subgraph-kit/cases';
import type { CreatedUpload, Materials } from '@yiwang/subgraph-kit/materials';
import { and, count, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CaseCommands } from '../cases/case-commands.ts';
import { actsFor, type CasePrincipal } from '../cases/case-rights.ts';
import { isCode } from '../codes.ts';
import { type CaseRow, cases, idempotencyKeys } from '../tables.ts';
import { caseMaterials, materials as materialRows, materialUploads } from './case-material-tables.ts';

export type MaterialErrorCode = 'NO_STORAGE' | 'UNKNOWN_UPLOAD' | 'TOO_MANY_MATERIALS';

interface Step {
  number: string;
  expectedVersion: number;
  idempotencyKey: string;
}

export interface UploadArgs {
  number: string;
  name: string;
  bytes: number;
  idempotencyKey: string;
}

const MAX_MATERIALS = 50;
const MAX_NAME_CHARACTERS = 200;
/** In which the applicant hands something in. */
const OPEN_STATES: readonly string[] = ['DRAFT', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED'];

/**
 * The commands on the files of a case. Each throws UserErrors.
 *
 * @param materials undefined where nothing can be stored
 */
export function createMaterialCommands(
  db: PostgresJsDatabase,
  materials: Pick<Materials, 'createUpload'> | undefined,
  take: CaseCommands['take'],
  now: () => Date,
) {
  return {
    /** Begins an upload for a case. It changes nothing of the case until it is attached. */
    async begin(caller: CasePrincipal, args: UploadArgs): Promise<CreatedUpload> {
      if (!materials) {
        throw userError<MaterialErrorCode>(
          'NO_STORAGE',
          'This department has nowhere to keep files (MATERIALS).',
        );
      }
      const { idempotencyKey: key, ...input } = args;
      const number = repairCode(args.number);
      if (!isCode('Case.number', number)) throw unknownNumber(args.number);
      return db.transaction(async (tx) => {
        const command = { caller, key, name: 'uploadCaseMaterial', input, now: now() };
        let created: CreatedUpload | null = null;
        const { result } = await runOnce(tx, idempotencyKeys, command, async () => {
          const [row] = await tx.select().from(cases).where(eq(cases.number, number)).for('share');
          if (!row || actsFor(caller, row) === null) throw unknownNumber(args.number);
          requireOpen(row);
          created = await materials.createUpload(tx, { ...input, caller, owner: number, now: now() });
          return created.id;
        });
        return created ?? readUpload(tx, result);
      });
    },

    /** Makes an upload that is finished a material of the case: while it is written, or where it was to follow. */
    async attach(caller: CasePrincipal, args: Step & { upload: string; material: string }): Promise<CaseRow> {
      const material = checkText(args.material, MAX_NAME_CHARACTERS, ['material']);
      const choose = ({ state }: CaseRow) =>
        state === 'DRAFT' || state === 'RETURNED'
          ? ({ action: 'SAVE' } as const)
          : ({ action: 'SUPPLY', materials: [material] } as const);
      return take('attachCaseMaterial', caller, args, { side: 'APPLICANT', choose }, async (tx, row) => {
        const [found] = await tx
          .select({ id: materialRows.id })
          .from(materialRows)
          .where(and(eq(materialRows.id, args.upload), eq(materialRows.owner, row.number)));
        if (!found) {
          throw userError<MaterialErrorCode>(
            'UNKNOWN_UPLOAD',
            'There is no finished upload of this id for this case: send all its bytes first.',
            ['upload'],
          );
        }
        const [held] = await tx
          .select({ count: count() })
          .from(caseMaterials)
          .where(eq(caseMaterials.caseNumber, row.number));
        if (held!.count >= MAX_MATERIALS) {
          throw userError<MaterialErrorCode>(
            'TOO_MANY_MATERIALS',
            `A case has at most ${MAX_MATERIALS} files.`,
          );
        }
        await tx
          .insert(caseMaterials)
          .values({ caseNumber: row.number, materialId: found.id, material, addedAt: now().toISOString() })
          .onConflictDoUpdate({
            target: [caseMaterials.caseNumber, caseMaterials.materialId],
            set: { material },
          });
        return {};
      });
    },

    /** Takes a file out of a case that is still being written. */
    remove(caller: CasePrincipal, args: Step & { upload: string }): Promise<CaseRow> {
      return take('removeCaseMaterial', caller, args, { action: 'SAVE' }, async (tx, row) => {
        const removed = await tx
          .delete(caseMaterials)
          .where(and(eq(caseMaterials.caseNumber, row.number), eq(caseMaterials.materialId, args.upload)))
          .returning({ id: caseMaterials.materialId });
        if (removed.length > 0) return {};
        throw userError<MaterialErrorCode>('UNKNOWN_UPLOAD', 'The case has no such file.', ['upload']);
      });
    },
  };
}

async function readUpload(tx: Parameters<typeof runOnce>[0], id: string): Promise<CreatedUpload> {
  const [row] = await tx
    .select({ expiresAt: materialUploads.expiresAt })
    .from(materialUploads)
    .where(eq(materialUploads.id, id));
  // Of one that is over there is nothing left but its address, which says so.
  const expiresAt = row ? new Date(row.expiresAt) : new Date(0);
  return { id, path: `/departments/permits/files/uploads/${id}`, expiresAt };
}

function requireOpen({ state }: CaseRow): void {
  if (OPEN_STATES.includes(state)) return;
  throw userError<CaseErrorCode>(
    'WRONG_STATE',
    `The case is ${state}: files are handed in while it is ${OPEN_STATES.join(', ')}.`,
    ['number'],
  );
}
