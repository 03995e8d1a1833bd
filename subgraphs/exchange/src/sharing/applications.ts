import type { Db } from '../registry/database.ts';
import { refuse } from '../registry/refusal.ts';
import { type ApplicationChange, changeApplication } from './change-application.ts';
import type { Caller } from './caller.ts';
import { type ApplicationInput, checkContent, type Content } from './content.ts';
import { dueAfter, putOff } from './deadlines.ts';
import { addEvent } from './events.ts';
import { nextNumber } from './number.ts';
import { recheck } from './recheck.ts';
import type { Sharing } from './sharing.ts';
import { sharingApplications, type SharingApplicationRow } from './tables.ts';
import { MOST_REASON_CHARACTERS, optionalText, requireText } from './texts.ts';

type Result = Promise<SharingApplicationRow>;

/** All that is done to applications but their approval. Each throws Refusal, or PublicError FORBIDDEN. */
export function createApplicationCommands(sharing: Sharing) {
  return {
    /** A draft. */
    async create(caller: Caller, input: ApplicationInput): Result {
      const content = await checkContent(sharing, caller, input);
      return sharing.db.transaction((tx) => addApplication(tx, sharing, caller, content));
    },

    /** Makes it and submits it. */
    async apply(caller: Caller, input: ApplicationInput): Result {
      const content = await checkContent(sharing, caller, input);
      return sharing.db.transaction((tx) => addApplication(tx, sharing, caller, content, { submit: true }));
    },

    async revise(caller: Caller, number: string, input: ApplicationInput): Result {
      const content = await checkContent(sharing, caller, input);
      return changeApplication(sharing, { ...by(caller, number), action: 'REVISE' }, async (_tx, row) => {
        // Whoever asked for changes has seen it, and is the one to see them.
        if (row.submittedAt !== null && row.department !== content.department) {
          throw refuse('SEVERAL_DEPARTMENTS', `This application is for ${row.department} to decide.`, [
            'input',
            'fields',
          ]);
        }
        return content;
      });
    },

    /** What it says is checked again: the catalogue may have changed since. */
    async submit(caller: Caller, number: string): Result {
      const catalogue = await sharing.readCatalogue();
      return changeApplication(
        sharing,
        { ...by(caller, number), action: 'SUBMIT' },
        async (_tx, row, now) => {
          recheck(sharing, catalogue, row);
          return submission(sharing, now);
        },
      );
    },

    async withdraw(caller: Caller, number: string, reason: string | null | undefined): Result {
      const said = optionalText(reason, MOST_REASON_CHARACTERS, ['reason']);
      return changeApplication(sharing, { ...by(caller, number), action: 'WITHDRAW', reason: said });
    },

    async requestChanges(caller: Caller, number: string, reason: string): Result {
      const said = requireText(reason, MOST_REASON_CHARACTERS, ['reason']);
      return changeApplication(sharing, { ...by(caller, number), action: 'REQUEST_CHANGES', reason: said });
    },

    async refuse(caller: Caller, number: string, reason: string): Result {
      const said = requireText(reason, MOST_REASON_CHARACTERS, ['reason']);
      return changeApplication(sharing, { ...by(caller, number), action: 'REFUSE', reason: said });
    },

    /** Once for each time that it is submitted, and before it is overdue. */
    async extend(caller: Caller, number: string, reason: string, consentedBy: string): Result {
      const consent = requireText(consentedBy, MOST_CONSENT_CHARACTERS, ['consentedBy']);
      const said = requireText(reason, MOST_REASON_CHARACTERS, ['reason']);
      const change = {
        ...by(caller, number),
        action: 'EXTEND',
        reason: `${said} (同意 ${consent})`,
      } as const;
      return changeApplication(sharing, change, async (_tx, row, now) => {
        const { extensionDays } = sharing.rules;
        if (extensionDays === null || row.extended) {
          const why = row.extended ? 'It was put off before.' : 'The rules do not allow it.';
          throw refuse('NO_EXTENSION', why, ['number']);
        }
        if (Date.parse(row.dueAt!) <= now.getTime()) {
          throw refuse('NO_EXTENSION', 'It is overdue already.', ['number']);
        }
        return { dueAt: putOff(sharing, row.dueAt!, extensionDays).toISOString(), extended: true };
      });
    },
  };
}

const MOST_CONSENT_CHARACTERS = 200;

function by(caller: Caller, number: string): Pick<ApplicationChange, 'caller' | 'number' | 'reason'> {
  return { caller, number, reason: null };
}

interface NewApplication {
  submit?: boolean;
  /** Id of a grant. */
  renews?: string;
}

/** Adds an application whose content is checked. */
export async function addApplication(
  tx: Db,
  sharing: Sharing,
  caller: Caller,
  content: Content,
  { submit = false, renews }: NewApplication = {},
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
