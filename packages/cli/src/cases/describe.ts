import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { Case, CaseEvent, CaseWithForm, Defect, WholeCase } from './answers.ts';
import { describeForm } from './describe-form.ts';
import { subjectFacts } from './describe-subject.ts';
import { nextOf } from './next.ts';

/** A table of cases, for people. */
export function describeCases(all: readonly Case[]): string {
  return table(
    ['number', 'state', 'item', 'applicant', 'received', 'due', 'next'],
    all.map((one) => [
      one.number,
      stateInWords(one),
      subjectInWords(one),
      applicantInWords(one),
      one.receivedOn,
      due(one),
      nextInWords(one),
    ]),
  );
}

/** One whose form is filled in, for its applicant. */
export function describeCaseWithForm(one: CaseWithForm): string {
  return [describeCases([one]), describeForm(one)].filter(Boolean).join('\n\n');
}

/** One with all that has happened, for people. */
export function describeWholeCase(one: WholeCase): string {
  const { region, followUp, times, permit, serviceItem, rating } = one;
  const facts: [string, string][] = [
    ['number', one.number],
    ['item', serviceItem ? `${serviceItem.code} ${serviceItem.name}` : subjectInWords(one)],
    ['applicant', applicantInWords(one)],
    ['region', region ? `${region.code} ${region.fullName ?? ''}`.trim() : ''],
    ['state', stateInWords(one)],
    ['next', nextInWords(one)],
    ['version', String(one.version)],
    ['received', one.receivedOn],
    ['due', due(one)],
    ['due by law', one.statutoryDueOn ?? ''],
    ['clock', one.suspendedOn ? style.odd(`stopped since ${one.suspendedOn}`) : ''],
    ['extended by', one.extensionDays ? `${one.extensionDays} working days` : ''],
    ['to follow', followUp ? `${followUp.materials.join(', ')}, until ${followUp.by}` : ''],
    ['decided', one.decidedOn ?? ''],
    ['time', times ? timesInWords(times) : ''],
    ['rating', rating ? `${rating} of 5` : ''],
    ['permit', permit ? `${permit.number} ${permit.name}, ${inWords(permit.status)}` : ''],
    ['issued by', permit?.issuingAuthority ?? ''],
    ['valid', permit ? `${permit.validFrom} – ${permit.validUntil ?? ''}`.trim() : ''],
    ...subjectFacts(one),
    ['to correct', (one.defects ?? []).map(defectInWords).join('\n')],
  ];
  return [
    table(
      ['', ''],
      facts.filter(([, value]) => value !== '').map(([name, value]) => [style.strong(name), value]),
    ),
    describeForm(one),
    describeEvents(one.timeline),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What has happened, a line for each event and for each defect. */
export function describeEvents(events: readonly CaseEvent[]): string {
  const rows = events.flatMap(({ on, at, step, side, note, defects }) => [
    [at === null ? on : moment(at), inWords(step), side === null ? '' : inWords(side), note ?? ''],
    ...(defects ?? []).map((defect) => ['', '', '', defectInWords(defect)]),
  ]);
  return rows.length === 0 ? '' : table(['at', 'step', 'by', 'note'], rows);
}

function defectInWords({ about, problem }: Defect): string {
  return `✗ ${about ? `${about}: ` : ''}${problem}`;
}

/** `applicant: save, submit`; empty when the case has ended. */
export function nextInWords(one: Case): string {
  const next = nextOf(one);
  if (next === null) return '';
  return `${next.who}: ${next.todo}${next.by === null ? '' : ` by ${next.by}`}`;
}

export function stateInWords({ state, decision }: Case): string {
  return decision === null ? inWords(state) : `${inWords(state)}, ${inWords(decision)}`;
}

/** What a case is about, in each department. */
function subjectInWords({ serviceItem, name, kind }: Case): string {
  return serviceItem?.name ?? name ?? (kind === undefined ? '' : inWords(kind));
}

function applicantInWords({ applicant, person }: Case): string {
  return applicant ? `${applicant.uscc} ${applicant.name ?? ''}`.trim() : (person ?? '');
}

function due({ dueOn, isOverdue }: Case): string {
  if (dueOn === null) return '';
  return isOverdue ? style.bad(`${dueOn}, overdue`) : dueOn;
}

function timesInWords(times: NonNullable<WholeCase['times']>): string {
  const { applicantHours, officialHours, suspendedHours } = times;
  const hours = (count: number) => `${count.toFixed(1)} h`;
  const stopped = suspendedHours > 0 ? `, stopped ${hours(suspendedHours)}` : '';
  return `applicant ${hours(applicantHours)}, office ${hours(officialHours)}${stopped}`;
}
