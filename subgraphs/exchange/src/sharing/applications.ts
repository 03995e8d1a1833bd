import { checkOptionalText, checkText, runOnce } from '@yiwang/subgraph-kit';
import { eq } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { userError } from '../shared/user-errors.ts';
import {
  idempotencyKeys,
  type SharingApplicationRow,
  sharingApplications,
} from '../tables/sharing-tables.ts';
import { type ApplicationInput, checkContent, type Content, recheckContent } from './application-content.ts';
import { maySeeApplication, type Principal } from './authorize.ts';
import { type ApplicationChange, changeApplication, unknownNumber } from './change-application.ts';
import { MAX_REASON_CHARACTERS } from './check-input.ts';
import { dueAfter, extendDueAt } from './deadlines.ts';
import { addEvent, nextNumber } from './event-log.ts';
import { grantedFields } from './grant-status.ts';
import { findNeededBeside, type NeededBeside } from './operation-needs.ts';
import type { Sharing } from './sharing.ts';

const MAX_CONSENT_CHARACTERS = 200;

type Result = Promise<SharingApplicationRow>;

/** A new application, as its client sends it. */
interface NewCommand {
  input: ApplicationInput;
  /** With one, the command makes an application once. */
  idempotencyKey?: string | null | undefined;
}

/** The commands on applications, except approval. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createApplicationCommands(sharing: Sharing) {
  return {
    /** Creates a draft. */
    create: (caller: Principal, command: NewCommand): Result =>
      makeOnce(sharing, caller, 'createSharingApplication', command),

    /** Creates an application and submits it. */
    apply: (caller: Principal, command: NewCommand): Result =>
      makeOnce(sharing, caller, 'applyForSharing', command, { submit: true }),

    async revise(caller: Principal, number: string, input: ApplicationInput): Result {
      const content = await checkContent(sharing, caller, input);
      return changeApplication(
        sharing,
        { ...changeOf(caller, number), action: 'REVISE' },
        async (_tx, row) => {
          // The department that requested changes decides on the changed application too.
          if (row.submittedAt !== null && row.department !== content.department) {
            throw userError(
              'SEVERAL_DEPARTMENTS',
              `The fields must remain those of ${row.department}, to which this application was submitted.`,
              ['input', 'fields'],
            );
          }
          return content;
        },
      );
    },

    /** Checks the content again, since the catalogue may have changed. */
    async submit(caller: Principal, number: string): Result {
      const catalogue = await sharing.readCatalogue();
      return changeApplication(
        sharing,
        { ...changeOf(caller, number), action: 'SUBMIT' },
        async (_tx, row, now) => {
          recheckContent(sharing, catalogue, row);
          return submission(sharing, now);
        },
      );
    },

    /** The fields without which those of the application cannot be read. Empty when nothing is published. */
    async neededBeside(row: SharingApplicationRow): Promise<NeededBeside[]> {
      const [catalogue, graph] = await Promise.all([sharing.readCatalogue(), sharing.readGraph()]);
      return graph ? findNeededBeside(catalogue, graph, row.fields, await grantedFields(sharing, row)) : [];
    },

    async withdraw(caller: Principal, number: string, reason: string | null | undefined): Result {
      const checkedReason = checkOptionalText(reason, MAX_REASON_CHARACTERS, ['reason']);
      return changeApplication(sharing, {
        ...changeOf(caller, number),
        action: 'WITHDRAW',
        reason: checkedReason,
      });
    },

    async requestChanges(caller: Principal, number: string, reason: string): Result {
      const checkedReason = checkText(reason, MAX_REASON_CHARACTERS, ['reason']);
      return changeApplication(sharing, {
        ...changeOf(caller, number),
        action: 'REQUEST_CHANGES',
        reason: checkedReason,
      });
    },

    async refuse(caller: Principal, number: string, reason: string): Result {
      const checkedReason = checkText(reason, MAX_REASON_CHARACTERS, ['reason']);
      return changeApplication(sharing, {
        ...changeOf(caller, number),
        action: 'REFUSE',
        reason: checkedReason,
      });
    },

    /** Extends the time to answer: once for each submission, and only before the answer is overdue. */
    async extend(caller: Principal, number: string, reason: string, consentedBy: string): Result {
      const consent = checkText(consentedBy, MAX_CONSENT_CHARACTERS, ['consentedBy']);
      const checkedReason = checkText(reason, MAX_REASON_CHARACTERS, ['reason']);
      const change = {
        ...changeOf(caller, number),
        action: 'EXTEND',
        reason: `${checkedReason} (同意 ${consent})`,
      } as const;
      return changeApplication(sharing, change, async (_tx, row, now) => {
        const { extensionDays } = sharing.rules;
        if (extensionDays === null || row.extended) {
          const why = row.extended
            ? 'The time to answer has been extended before.'
            : `The rule set ${sharing.rules.name} does not allow extensions.`;
          throw userError('NO_EXTENSION', why, ['number']);
        }
        if (Date.parse(row.dueAt!) <= now.getTime()) {
          throw userError('NO_EXTENSION', 'The answer is overdue: its time can no longer be extended.', [
            'number',
          ]);
        }
        return { dueAt: extendDueAt(sharing, row.dueAt!, extensionDays).toISOString(), extended: true };
      });
    },
  };
}

/** @param name of the mutation */
async function makeOnce(
  sharing: Sharing,
  caller: Principal,
  name: string,
  { input, idempotencyKey: key }: NewCommand,
  more?: NewApplication,
): Result {
  const content = checkContent(sharing, caller, input);
  // The check reads by connections of its own, so before the transaction holds one. A repeat is not rejected for what has changed since.
  await Promise.allSettled([content]);
  return sharing.db.transaction(async (tx) => {
    const make = async () => addApplication(tx, sharing, caller, await content, more);
    if (key == null) return make();
    const command = { caller, key, name, input, now: sharing.now() };
    const { result: number } = await runOnce(tx, idempotencyKeys, command, async () => (await make()).number);
    const [row] = await tx.select().from(sharingApplications).where(eq(sharingApplications.number, number));
    // The key is the person's, who may have come by another client before.
    if (!row || !maySeeApplication(caller, row)) throw unknownNumber(number, 'idempotencyKey');
    return row;
  });
}

function changeOf(
  caller: Principal,
  number: string,
): Pick<ApplicationChange, 'caller' | 'number' | 'reason'> {
  return { caller, number, reason: null };
}

interface NewApplication {
  submit?: boolean;
  /** Id of the grant that it would renew. */
  renews?: string;
  /** Number of the batch: all applications for one operation have the same. */
  batch?: string;
}

/** Inserts an application. Its content must have been checked. */
export async function addApplication(
  tx: Db,
  sharing: Sharing,
  caller: Principal,
  content: Content,
  { submit = false, renews, batch }: NewApplication = {},
): Promise<SharingApplicationRow> {
  const now = sharing.now();
  const { id, number } = await nextNumber(tx, 'SA', now);
  const [row] = await tx
    .insert(sharingApplications)
    .values({
      id,
      number,
      state: 'DRAFT',
      client: caller.client,
      clientDepartment: caller.department,
      renews: renews ?? null,
      batch: batch ?? null,
      ...content,
      ...(submit && { state: 'SUBMITTED', ...submission(sharing, now) }),
    })
    .returning();
  const event = { kind: 'APPLICATION', subject: number, at: now } as const;
  await addEvent(tx, caller, { ...event, action: 'CREATE', from: null, to: 'DRAFT' });
  if (submit) await addEvent(tx, caller, { ...event, action: 'SUBMIT', from: 'DRAFT', to: 'SUBMITTED' });
  return row!;
}

function submission(sharing: Sharing, now: Date) {
  return {
    submittedAt: now.toISOString(),
    dueAt: dueAfter(sharing, now, sharing.rules.answerDays).toISOString(),
    extended: false,
    ruleSet: sharing.rules.name,
    reason: null,
  };
}
