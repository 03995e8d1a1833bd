import { type Db, userError, UserErrors } from '@yiwang/subgraph-kit';
import type { ItemErrorCode } from '../../generated/types.ts';
import type { FormSchema } from '@yiwang/subgraph-kit/forms';
import { type ItemVersionRow, itemVersions } from '../item-tables.ts';
import type { DecisionTable } from '../rules/decision-table.ts';
import type { Official } from './authorize-official.ts';
import { addEvent, changeVersion, nextVersionOf, openVersionOf } from './change-version.ts';
import type { CheckedContent, VersionContent } from './check-content.ts';

/** A draft as an official sends it. */
export interface Draft {
  official: Official;
  /** Locked. */
  item: string;
  content: VersionContent;
  /** Of the draft that it takes the place of; null to make one. */
  revision: number | null;
}

/** What no draft may have: it could not be stored, or is too large to be looked at. All else may be finished later. */
const NOT_STORABLE: ReadonlySet<ItemErrorCode> = new Set<ItemErrorCode>([
  'MALFORMED_GUIDE',
  'MALFORMED_PREFILL',
  'MALFORMED_ENTITLEMENT',
  'FORM_TOO_LARGE',
  'RULES_TOO_LARGE',
]);

/** @throws UserErrors with what no draft may have */
export function requireStorable({ errors }: CheckedContent): void {
  const found = errors.filter(({ code }) => NOT_STORABLE.has(code));
  if (found.length > 0) throw new UserErrors<ItemErrorCode>(found);
}

/**
 * Makes the draft of the next version, or changes the one that there is.
 *
 * @throws UserErrors WRONG_STATE, VERSION_OPEN or STALE_REVISION
 */
export async function saveDraft(tx: Db, draft: Draft, now: Date): Promise<ItemVersionRow> {
  const { official, item, revision } = draft;
  const content = {
    ...draft.content,
    entitlement: draft.content.entitlement ?? null,
    // Checked again, in full, when they are submitted and published.
    form: draft.content.form as FormSchema,
    rules: draft.content.rules as DecisionTable,
  };
  const open = await openVersionOf(tx, item);
  if (!open) return createDraft(tx, draft, content, now);
  if (revision === null) {
    throw userError<ItemErrorCode>(
      'VERSION_OPEN',
      `Version ${open.version} of ${item} is ${open.state}, at revision ${open.revision}. Look at it, and change that one with its revision.`,
      ['revision'],
    );
  }
  const change = { official, item, version: open.version, revision, action: 'REVISE', reason: null } as const;
  return changeVersion(tx, change, now, ({ editors }) => ({
    ...content,
    editors: [...new Set([...editors, official.user])],
  }));
}

async function createDraft(
  tx: Db,
  { official, item, revision }: Draft,
  content: Pick<ItemVersionRow, 'guide' | 'form' | 'rules' | 'prefill' | 'entitlement'>,
  now: Date,
): Promise<ItemVersionRow> {
  if (revision !== null) {
    throw userError<ItemErrorCode>(
      'WRONG_STATE',
      `${item} has no draft: what you saw was published. Leave revision out to make the draft of the next version.`,
      ['revision'],
    );
  }
  const [row] = await tx
    .insert(itemVersions)
    .values({
      itemCode: item,
      version: await nextVersionOf(tx, item),
      state: 'DRAFT',
      revision: 1,
      ...content,
      editors: [official.user],
      changedAt: now.toISOString(),
    })
    .returning();
  await addEvent(tx, row!, { official, action: 'CREATE', from: null, now });
  return row!;
}
