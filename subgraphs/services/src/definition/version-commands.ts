import { PublicError } from '@yiwang/errors';
import {
  type Caller,
  type Db,
  type IdempotencyErrorCode,
  checkText,
  runOnce,
  type TextErrorCode,
  userError,
  UserErrors,
} from '@yiwang/subgraph-kit';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { and, eq, inArray, max, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { NAME } from '../department.ts';
import { idempotencyKeys, type MatterVersionRow, matterVersions } from '../tables.ts';
import { checkDefinition, type DefinitionProblem, type DefinitionProblemCode } from './check-definition.ts';
import { checkDocuments } from './check-documents.ts';
import type { MatterDefinition } from './definition.ts';

export type VersionErrorCode =
  | DefinitionProblemCode
  | IdempotencyErrorCode
  | TextErrorCode
  | 'MALFORMED_MATTER'
  | 'UNKNOWN_VERSION'
  | 'WRONG_STATE'
  | 'STALE_REVISION'
  | 'OWN_VERSION';

type Principal = Pick<Caller, 'client' | 'user' | 'department' | 'scopes'>;

interface Keyed {
  matter: string;
  idempotencyKey: string;
}
interface VersionArgs extends Keyed {
  version: number;
  revision: number;
}

/** Like the basic codes of service items, so that a mandate can hold for a matter. */
const MATTER_CODE = /^[0-9A-Z]{12}$/;
const MAX_DEFINITION_CHARACTERS = 500_000;
const MAX_REASON_CHARACTERS = 2_000;

export type VersionCommands = ReturnType<typeof createVersionCommands>;

/**
 * What officials do to definitions of matters: draft → review → published. Each throws UserErrors with a {@link VersionErrorCode}, or
 * PublicError FORBIDDEN.
 *
 * @param client null where no gateway is set: then nothing can be published
 */
export function createVersionCommands(db: PostgresJsDatabase, client: GatewayClient | null, now: () => Date) {
  function once(
    caller: Principal,
    name: string,
    { idempotencyKey: key, ...input }: Keyed,
    run: (tx: Db, at: string) => Promise<MatterVersionRow>,
  ): Promise<MatterVersionRow> {
    const at = now();
    return db.transaction(async (tx) => {
      const command = { caller, key, name, input, now: at };
      const { result } = await runOnce(tx, idempotencyKeys, command, async () => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtext('matter'), hashtext(${input.matter}))`);
        const { matter, version } = await run(tx, at.toISOString());
        return `${matter} ${version}`;
      });
      const [matter, version] = result.split(' ');
      return (await findVersion(tx, matter!, Number(version)))!;
    });
  }

  return {
    /** Makes a draft, or changes the one that there is. What is wrong with it may be mended until it is submitted. */
    async draft(
      caller: Principal,
      args: Keyed & { definition: unknown; revision?: number | null | undefined },
    ) {
      const user = requireOfficial(caller, 'items:edit');
      requireStorable(args.matter, args.definition);
      const definition = args.definition as MatterDefinition;
      const row = await once(caller, 'draftMatterVersion', args, async (tx, changedAt) => {
        const open = await openVersion(tx, args.matter);
        if (!open) {
          if (args.revision != null) throw stale(0);
          const made = { matter: args.matter, version: await nextVersion(tx, args.matter) };
          const [row] = await tx
            .insert(matterVersions)
            .values({ ...made, state: 'DRAFT', definition, editors: [user], changedAt })
            .returning();
          return row!;
        }
        if (open.state !== 'DRAFT') throw wrongState(open, 'DRAFT');
        if (open.revision !== args.revision) throw stale(open.revision);
        const editors = [...new Set([...open.editors, user])];
        return change(tx, open, { definition, editors, changedAt });
      });
      return { row, warnings: checkDefinition(row.definition) };
    },

    submit: (caller: Principal, args: VersionArgs) => {
      requireOfficial(caller, 'items:edit');
      return once(caller, 'submitMatterVersion', args, async (tx, changedAt) => {
        const row = await lockVersion(tx, args, 'DRAFT');
        requireSound(checkDefinition(row.definition));
        return change(tx, row, { state: 'IN_REVIEW', changedAt });
      });
    },

    sendBack: (caller: Principal, args: VersionArgs & { reason: string }) => {
      requireOfficial(caller, 'items:publish');
      checkText(args.reason, MAX_REASON_CHARACTERS, ['reason']);
      return once(caller, 'returnMatterVersion', args, async (tx, changedAt) =>
        change(tx, await lockVersion(tx, args, 'IN_REVIEW'), { state: 'DRAFT', changedAt }),
      );
    },

    /** Publishes a version that others wrote. The gateway is asked before anything is locked. */
    async publish(caller: Principal, args: VersionArgs) {
      const user = requireOfficial(caller, 'items:publish');
      const found = await findVersion(db, args.matter, args.version);
      if (found) requireSound(await checkDocuments(client, found.definition));
      return once(caller, 'publishMatterVersion', args, async (tx, changedAt) => {
        const row = await lockVersion(tx, args, 'IN_REVIEW');
        if (row.editors.includes(user)) {
          throw userError<VersionErrorCode>(
            'OWN_VERSION',
            'You wrote some of it: another official must publish it.',
          );
        }
        requireSound(checkDefinition(row.definition));
        await tx
          .update(matterVersions)
          .set({ state: 'SUPERSEDED', changedAt })
          .where(and(eq(matterVersions.matter, row.matter), eq(matterVersions.state, 'PUBLISHED')));
        return change(tx, row, { state: 'PUBLISHED', publishedAt: changedAt, changedAt });
      });
    },
  };
}

/** @throws PublicError FORBIDDEN */
function requireOfficial(
  { user, department, scopes }: Principal,
  scope: 'items:edit' | 'items:publish',
): string {
  if (user !== null && department === NAME && scopes.includes(scope)) return user;
  throw new PublicError(
    'FORBIDDEN',
    `Only officials of ${NAME} who are signed in may do this (scope ${scope}).`,
  );
}

/** Whether the caller may see versions that are not published. */
export function seesDrafts({ department, scopes }: Pick<Principal, 'department' | 'scopes'>): boolean {
  return department === NAME && (scopes.includes('items:edit') || scopes.includes('items:publish'));
}

/** What no draft may be: everything else can be mended later. */
function requireStorable(matter: string, definition: unknown): void {
  if (!MATTER_CODE.test(matter)) {
    throw userError<VersionErrorCode>(
      'MALFORMED_MATTER',
      'The code of a matter has 12 characters, digits and capital letters.',
      ['matter'],
    );
  }
  const text = JSON.stringify(definition);
  const isStored = typeof definition === 'object' && definition !== null && !text.includes('\\u0000');
  if (isStored && text.length <= MAX_DEFINITION_CHARACTERS && text.isWellFormed()) return;
  throw userError<VersionErrorCode>(
    'MALFORMED_DEFINITION',
    `A definition is a JSON object of at most ${MAX_DEFINITION_CHARACTERS} characters, without U+0000.`,
    ['definition'],
  );
}

function requireSound(problems: readonly DefinitionProblem[]): void {
  if (problems.length === 0) return;
  throw new UserErrors<VersionErrorCode>(
    problems.map(({ code, message, path }) => ({ code, message, field: ['definition', ...path] })),
  );
}

async function lockVersion(
  tx: Db,
  { matter, version, revision }: VersionArgs,
  state: MatterVersionRow['state'],
): Promise<MatterVersionRow> {
  const row = await findVersion(tx, matter, version);
  if (!row) {
    throw userError<VersionErrorCode>('UNKNOWN_VERSION', `${matter} has no version ${version}.`, ['version']);
  }
  if (row.state !== state) throw wrongState(row, state);
  if (row.revision !== revision) throw stale(row.revision);
  return row;
}

async function findVersion(tx: Db, matter: string, version: number): Promise<MatterVersionRow | null> {
  const [row] = await tx
    .select()
    .from(matterVersions)
    .where(and(eq(matterVersions.matter, matter), eq(matterVersions.version, version)));
  return row ?? null;
}

async function openVersion(tx: Db, matter: string): Promise<MatterVersionRow | undefined> {
  const [row] = await tx
    .select()
    .from(matterVersions)
    .where(and(eq(matterVersions.matter, matter), inArray(matterVersions.state, ['DRAFT', 'IN_REVIEW'])));
  return row;
}

async function nextVersion(tx: Db, matter: string): Promise<number> {
  const [row] = await tx
    .select({ newest: max(matterVersions.version) })
    .from(matterVersions)
    .where(eq(matterVersions.matter, matter));
  return (row!.newest ?? 0) + 1;
}

async function change(
  tx: Db,
  row: MatterVersionRow,
  columns: Partial<MatterVersionRow>,
): Promise<MatterVersionRow> {
  const [changed] = await tx
    .update(matterVersions)
    .set({ ...columns, revision: row.revision + 1 })
    .where(and(eq(matterVersions.matter, row.matter), eq(matterVersions.version, row.version)))
    .returning();
  return changed!;
}

function wrongState({ version, state }: MatterVersionRow, needed: string) {
  return userError<VersionErrorCode>(
    'WRONG_STATE',
    `Version ${version} is ${state}. This is possible only while it is ${needed}.`,
    ['version'],
  );
}

function stale(revision: number) {
  return userError<VersionErrorCode>(
    'STALE_REVISION',
    revision === 0
      ? 'There is no draft: leave revision out to make one.'
      : `It was changed, and is at revision ${revision}. Look at it again.`,
    ['revision'],
  );
}
