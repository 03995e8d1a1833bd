import { dayOf } from '@yiwang/codes/working-days';
import { type Db, userError } from '@yiwang/subgraph-kit';
import { checkAnswers } from '@yiwang/subgraph-kit/forms';
import { and, eq, sql } from 'drizzle-orm';
import { newMatter } from '../course/matter.ts';
import { columnsOf } from '../course/stored-matter.ts';
import type { ReadDefinition } from '../definition/definitions.ts';
import { matterCases, matterEvents, matterSteps, matterVersions } from '../tables.ts';
import type { Principal } from './rights.ts';

/** An application, as its applicant begins it. */
export interface MatterCaseInput {
  matter: string;
  applicant?: string | null | undefined;
  region: string;
  form?: unknown;
}

export type StartErrorCode = 'UNKNOWN_MATTER' | 'NO_MANDATE';

/** @throws UserErrors NO_MANDATE */
export function rightToStart(caller: Principal, { matter, applicant }: MatterCaseInput): void {
  if (caller.user !== null && (applicant == null || caller.mandateFor(applicant, matter) !== null)) return;
  throw userError<StartErrorCode>(
    'NO_MANDATE',
    applicant == null
      ? 'Nobody is signed in who could apply.'
      : `You do not act for ${applicant} in this matter: its legal representative must give you a mandate for all matters.`,
    ['input', 'applicant'],
  );
}

/**
 * Makes an application of the version that is published, as a draft.
 *
 * @returns its number
 * @throws UserErrors UNKNOWN_MATTER, MALFORMED_FORM
 */
export async function startRow(
  tx: Db,
  { user }: Principal,
  { matter, applicant, region, form = {} }: MatterCaseInput,
  now: Date,
  readDefinition: ReadDefinition,
): Promise<string> {
  const [published] = await tx
    .select({ version: matterVersions.version })
    .from(matterVersions)
    .where(and(eq(matterVersions.matter, matter), eq(matterVersions.state, 'PUBLISHED')));
  if (!published) {
    throw userError<StartErrorCode>(
      'UNKNOWN_MATTER',
      'There is no matter of this code: find one by matters.',
      ['input', 'matter'],
    );
  }
  const definition = await readDefinition(tx, matter, published.version);
  checkAnswers(definition.form, form, true, ['input', 'form']);
  const startedOn = dayOf(now);
  const number = await nextNumber(tx, region, startedOn);
  const at = now.toISOString();
  await tx.insert(matterCases).values({
    number,
    matter,
    definitionVersion: published.version,
    state: 'DRAFT',
    applicantUscc: applicant ?? null,
    applicantUser: applicant == null ? user : null,
    filedBy: user!,
    regionCode: region,
    form,
    startedAt: at,
    startedOn,
    promisedDays: definition.promisedDays,
    source: 'GRAPH',
  });
  const { steps } = newMatter(definition.steps.map(({ name }) => name));
  await tx.insert(matterSteps).values(
    steps.map((step, position) => ({
      ...columnsOf(step),
      caseNumber: number,
      position,
      department: definition.steps[position]!.department,
    })),
  );
  await tx.insert(matterEvents).values({
    caseNumber: number,
    sequence: 1,
    at,
    step: null,
    from: null,
    to: 'DRAFT',
    side: 'APPLICANT',
    person: user,
    problems: [],
  });
  return number;
}

/** 联办件编号: region, day, and a number that no other application has. The letter tells it from the number of a case. */
async function nextNumber(tx: Db, regionCode: string, day: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`select nextval('matter_case_numbers')::text as id`);
  return `L${regionCode.padEnd(6, '0')}${day.replaceAll('-', '')}-${row!.id.padStart(6, '0')}`;
}
