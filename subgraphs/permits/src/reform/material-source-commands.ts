import { searchForm } from '@yiwang/codes';
import { checkOptionalText, checkText, runOnce, userError } from '@yiwang/subgraph-kit';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { ItemErrorCode } from '../generated/types.ts';
import { type Principal, requireOfficial } from '../items/versions/authorize-official.ts';
import { idempotencyKeys } from '../tables.ts';
import { type MaterialSourceRow, materialSources } from './material-source-tables.ts';
import type { ReadSharedFields } from './shared-fields.ts';

interface Source {
  material: string;
  coordinate: string;
  idempotencyKey: string;
}

const COORDINATE = /^[A-Za-z][A-Za-z0-9]{0,99}\.[A-Za-z][A-Za-z0-9]{0,99}$/;
const MAX_PATTERN_CHARACTERS = 100;
const MAX_NOTE_CHARACTERS = 500;
const MAX_COORDINATES = 20;

/** What officials do to the mapping of materials. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createMaterialSourceCommands(
  db: PostgresJsDatabase,
  readSharedFields: ReadSharedFields,
  now: () => Date,
) {
  return {
    /** Says that a coordinate holds what materials of this name prove, once it is found in the one schema. */
    async add(
      caller: Principal,
      { note: given, ...args }: Source & { note?: string | null | undefined },
    ): Promise<MaterialSourceRow> {
      const { user } = requireOfficial(caller, 'items:edit');
      const { pattern, coordinate } = read(args);
      const note = checkOptionalText(given, MAX_NOTE_CHARACTERS, ['note']);
      const { fields } = await readSharedFields();
      if (fields === null) {
        const message =
          'The one schema cannot be read: this department has no gateway, or it does not answer. Try again.';
        throw userError<ItemErrorCode>('GATEWAY_UNAVAILABLE', message, ['coordinate']);
      }
      const field = fields.get(coordinate);
      if (!field) {
        const message = `The one schema has no field ${coordinate} that a department provides.`;
        throw userError<ItemErrorCode>('UNKNOWN_COORDINATE', message, ['coordinate']);
      }
      const at = now();
      const row = {
        ...{ pattern, coordinate, note, addedBy: user, checkedAt: at.toISOString() },
        ...field,
        source: 'GRAPH' as const,
      };
      await db.transaction(async (tx) => {
        const command = {
          ...{ caller, key: args.idempotencyKey, name: 'addMaterialSource', now: at },
          input: { pattern, coordinate, note },
        };
        await runOnce(tx, idempotencyKeys, command, async () => {
          await tx
            .insert(materialSources)
            .values(row)
            .onConflictDoUpdate({ target: [materialSources.pattern, materialSources.coordinate], set: row });
          const of = await tx.$count(materialSources, eq(materialSources.pattern, pattern));
          if (of > MAX_COORDINATES) {
            const message = `A material has at most ${MAX_COORDINATES} coordinates.`;
            throw userError<ItemErrorCode>('MALFORMED_TEXT', message, ['coordinate']);
          }
          return pattern;
        });
      });
      return row;
    },

    /** Removes a mapping. It also succeeds when there is none, so that it may be repeated. */
    async remove(caller: Principal, args: Source): Promise<null> {
      requireOfficial(caller, 'items:edit');
      const { pattern, coordinate } = read(args);
      await db.transaction(async (tx) => {
        const command = {
          ...{ caller, key: args.idempotencyKey, name: 'removeMaterialSource', now: now() },
          input: { pattern, coordinate },
        };
        await runOnce(tx, idempotencyKeys, command, async () => {
          await tx
            .delete(materialSources)
            .where(and(eq(materialSources.pattern, pattern), eq(materialSources.coordinate, coordinate)));
          return pattern;
        });
      });
      return null;
    },
  };
}

function read({ material, coordinate }: Source): { pattern: string; coordinate: string } {
  const pattern = searchForm(checkText(material, MAX_PATTERN_CHARACTERS, ['material']));
  if (pattern.replaceAll('*', '') === '') {
    const message = 'material must have a character besides *: it would fit every material.';
    throw userError<ItemErrorCode>('MALFORMED_TEXT', message, ['material']);
  }
  if (COORDINATE.test(coordinate)) return { pattern, coordinate };
  const message = 'coordinate must name a field with its type, such as Enterprise.name.';
  throw userError<ItemErrorCode>('UNKNOWN_COORDINATE', message, ['coordinate']);
}
