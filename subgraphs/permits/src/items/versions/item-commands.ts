import { repairCode } from '@yiwang/codes';
import { checkText, type Db, runOnce, UserErrors } from '@yiwang/subgraph-kit';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { ItemErrorCode } from '../../generated/types.ts';
import type { Entitlements } from '../../offers/compile-entitlement.ts';
import type { FormPrefill } from '@yiwang/subgraph-kit/prefill';
import { idempotencyKeys } from '../../tables.ts';
import { versionKey } from '../item-loaders.ts';
import type { ItemUserErrorModel } from '../item-models.ts';
import { type ItemVersionRow, itemVersions } from '../item-tables.ts';
import { type Principal, requireOfficial } from './authorize-official.ts';
import { changeVersion, lockItem, type VersionChange } from './change-version.ts';
import { checkContent, type VersionContent } from './check-content.ts';
import { requireStorable, saveDraft } from './draft-version.ts';
import { publishVersion, requireFit } from './publish-version.ts';
import { VERSION_TRANSITIONS, type VersionAction } from './transitions.ts';

const MAX_REASON_CHARACTERS = 2_000;

interface Keyed {
  item: string;
  idempotencyKey: string;
}

export interface DraftArguments extends Keyed {
  content: VersionContent;
  /** Null to make a draft. */
  revision: number | null;
}

export interface VersionArguments extends Keyed {
  version: number;
  revision: number;
}

/** What a command came to. */
export interface ChangedVersion {
  row: ItemVersionRow;
  warnings: ItemUserErrorModel[];
}

/** Names of the mutations, to which idempotency keys are bound. */
const MUTATIONS = {
  REVISE: 'draftItemVersion',
  SUBMIT: 'submitItemVersion',
  RETURN: 'returnItemVersion',
  PUBLISH: 'publishItemVersion',
} as const satisfies Record<VersionAction, string>;

/** One step with a version whose item is locked. */
type Step = (tx: Db, change: VersionChange, now: Date) => Promise<ItemVersionRow>;

/**
 * What officials do to versions of service items. Each throws UserErrors, or PublicError FORBIDDEN.
 *
 * @param formPrefill checks what forms take from other departments
 * @param clock the time that is written down
 * @param entitlements checks who is entitled without an application
 */
export function createItemCommands(
  db: PostgresJsDatabase,
  formPrefill: Pick<FormPrefill, 'check'>,
  clock: () => Date = () => new Date(),
  entitlements: Pick<Entitlements, 'check'> = { check: async () => [] },
) {
  return {
    async draft(caller: Principal, args: DraftArguments): Promise<ChangedVersion> {
      const official = requireOfficial(caller, VERSION_TRANSITIONS.REVISE.scope);
      requireStorable(checkContent(args.content, ['content']));
      const { content, revision } = args;
      const row = await once(caller, 'REVISE', args, async (tx, now) =>
        saveDraft(tx, { official, item: await lockItem(tx, args.item), content, revision }, now),
      );
      return found(row);
    },

    submit: (caller: Principal, args: VersionArguments) =>
      take(caller, 'SUBMIT', args, (tx, change, now) =>
        changeVersion(tx, change, now, (row) => {
          requireFit(row);
          return {};
        }),
      ),

    async sendBack(caller: Principal, args: VersionArguments & { reason: string }): Promise<ChangedVersion> {
      const reason = checkText(args.reason, MAX_REASON_CHARACTERS, ['reason']);
      return take(caller, 'RETURN', { ...args, reason }, changeVersion);
    },

    async publish(caller: Principal, args: VersionArguments): Promise<ChangedVersion> {
      requireOfficial(caller, VERSION_TRANSITIONS.PUBLISH.scope);
      await requirePrefill(args);
      return take(caller, 'PUBLISH', args, publishVersion);
    },
  };

  /**
   * The gateway is asked before anything is locked. A version in review does not change; whether it may be published is decided after.
   *
   * @throws UserErrors with what does not fit the one schema
   */
  async function requirePrefill({ item, version }: VersionArguments): Promise<void> {
    const [row] = await db
      .select({
        form: itemVersions.form,
        prefill: itemVersions.prefill,
        entitlement: itemVersions.entitlement,
      })
      .from(itemVersions)
      .where(and(eq(itemVersions.itemCode, repairCode(item)), eq(itemVersions.version, version)));
    const problems = row
      ? [
          ...(await formPrefill.check(row)).map((one) => ({ ...one, field: ['prefill'] })),
          ...(await entitlements.check(row.entitlement)).map((one) => ({ ...one, field: ['entitlement'] })),
        ]
      : [];
    if (problems.length > 0) throw new UserErrors<ItemErrorCode>(problems);
  }

  async function take(
    caller: Principal,
    action: VersionAction,
    args: VersionArguments & { reason?: string },
    step: Step,
  ): Promise<ChangedVersion> {
    const official = requireOfficial(caller, VERSION_TRANSITIONS[action].scope);
    const { version, revision, reason = null } = args;
    const row = await once(caller, action, args, async (tx, now) => {
      const item = await lockItem(tx, args.item);
      return step(tx, { official, item, version, revision, action, reason }, now);
    });
    return found(row);
  }

  /** Runs a command once for its key, and reads the version that it changed, as it is now. */
  function once(
    caller: Principal,
    action: VersionAction,
    { idempotencyKey: key, ...input }: Keyed,
    run: (tx: Db, now: Date) => Promise<ItemVersionRow>,
  ): Promise<ItemVersionRow> {
    const now = clock();
    return db.transaction(async (tx) => {
      const { result } = await runOnce(
        tx,
        idempotencyKeys,
        { caller, key, name: MUTATIONS[action], input, now },
        async () => versionKey(await run(tx, now)),
      );
      const [item, version] = result.split(' ');
      const [row] = await tx
        .select()
        .from(itemVersions)
        .where(and(eq(itemVersions.itemCode, item!), eq(itemVersions.version, Number(version))));
      return row!;
    });
  }
}

export type ItemCommands = ReturnType<typeof createItemCommands>;

/** The version, with what would keep it from being published, and what is suspicious about it. */
function found(row: ItemVersionRow): ChangedVersion {
  const { errors, warnings } = checkContent(row, ['content']);
  return { row, warnings: [...errors, ...warnings] };
}
