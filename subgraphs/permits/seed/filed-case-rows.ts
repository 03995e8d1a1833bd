import { GENERATED_SOURCE } from '@yiwang/population';
import { dayOf } from '@yiwang/codes/working-days';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { authorityFor, DEPARTMENT_KINDS, PROVINCE, usccOf } from './departments.ts';
import { type FiledCase, personOf } from './filed-cases.ts';
import { CITIES } from './item-code.ts';
import { readTable } from './read-table.ts';
import { parseServiceItemCode } from '../src/service-item-code.ts';

export const filedCaseColumns = [
  'number',
  'state',
  'version',
  'applicant_uscc',
  'filed_by',
  'form_version',
  'form',
  'submitted_at',
  'returned_at',
  'follow_up_materials',
  'follow_up_by',
  'decision',
  'decided_on',
  'rating',
  'statutory_days',
  'promised_days',
  'accepted_on',
  'statutory_due_on',
  'due_on',
  'suspended_on',
  'extension_days',
  'act_by',
  'service_item_code',
  'department_code',
  'region_code',
  'received_on',
  'source',
] as const;

export function* filedCaseRows(cases: readonly FiledCase[]): Generator<CopyValue[]> {
  for (const { number, person, enterprise, itemCode, itemVersion, facts, events, answers } of cases) {
    yield [
      number,
      facts.state,
      facts.version,
      enterprise.uscc,
      person,
      itemVersion,
      JSON.stringify(answers),
      facts.submittedAt,
      facts.returnedAt,
      facts.followUpMaterials,
      facts.followUpBy,
      facts.decision,
      facts.decidedOn,
      facts.rating,
      facts.statutoryDays,
      facts.promisedDays,
      facts.acceptedOn,
      facts.statutoryDueOn,
      facts.dueOn,
      facts.suspendedOn,
      facts.extensionDays,
      facts.actBy,
      itemCode,
      parseServiceItemCode(itemCode).departmentCode,
      enterprise.regionCode,
      receivedOn(events),
      GENERATED_SOURCE,
    ];
  }
}

/** The day of the first submission; of a draft that on which it was begun. */
function receivedOn(events: FiledCase['events']): string {
  const submission = events.find(({ action }) => action === 'SUBMIT') ?? events[0]!;
  return dayOf(new Date(submission.at));
}

export const caseEventColumns = [
  'case_number',
  'sequence',
  'at',
  'action',
  'from',
  'to',
  'side',
  'person',
  'client',
  'right',
  'reason',
  'details',
  'machine_ms',
] as const;

export function* caseEventRows(cases: readonly FiledCase[]): Generator<CopyValue[]> {
  for (const one of cases) {
    for (const event of one.events) {
      const { sequence, at, action, from, to, side, reason, details } = event;
      const right = side === 'OFFICIAL' ? 'official:made-up' : 'mandate:made-up';
      const taken = [sequence, at, action, from, to, side, personOf(event, one), 'made-up', right, reason];
      yield [one.number, ...taken, details && JSON.stringify(details), 0];
    }
  }
}

/** The permits of the cases that were granted, in the columns of permits. */
export function* filedPermitRows(cases: readonly FiledCase[]): Generator<CopyValue[]> {
  for (const { number, enterprise, offer, itemCode, facts } of cases) {
    if (facts.decision !== 'GRANTED') continue;
    const { licence } = offer;
    yield [
      `XK${number}`,
      licence.permit?.name ?? `${licence.name}证`,
      itemCode,
      enterprise.uscc,
      authorityFor(licence.department, enterprise.regionCode, licence.levels.at(-1)!),
      enterprise.regionCode,
      facts.decidedOn,
      null,
      null,
      null,
      number,
      GENERATED_SOURCE,
    ];
  }
}

export const officialColumns = ['user', 'department_code', 'region_code', 'since'] as const;

const SINCE = '2025-01-01';

/** The officials of officials.csv: `*` stands for every department, and for the province and all its cities. */
export function* officialRows(): Generator<CopyValue[]> {
  for (const { user, department, region } of readTable<'user' | 'department' | 'region'>('officials')) {
    const kinds = department === '*' ? [...DEPARTMENT_KINDS.values()] : [DEPARTMENT_KINDS.get(department)!];
    const regions = region === '*' ? [PROVINCE, ...CITIES.map(({ code }) => code)] : [region];
    for (const kind of kinds) for (const code of regions) yield [user, usccOf(kind, code), code, SINCE];
  }
}
