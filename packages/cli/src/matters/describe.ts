import { describeAnswers, describePrefill } from '../cases/describe-form.ts';
import { partsBar } from '../report/bar.ts';
import { duration, inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type {
  Matter,
  MatterCase,
  MatterCaseWithForm,
  MatterEvent,
  MatterTimes,
  WholeMatterCase,
} from './answers.ts';
import { isFilledIn, nextInWords } from './next.ts';
import { drawSteps, type Needs, problemInWords } from './steps-picture.ts';

const TIME_WIDTH = 24;

/** What one can apply for, each with what departments do for it. */
export function describeMatters(all: readonly Matter[]): string {
  if (all.length === 0) return 'There is none.';
  return all
    .map(({ code, name, nameEn, promisedDays, basis, version, steps }) =>
      [
        `${style.strong(`${code} ${name}`)} ${nameEn}`,
        style.faint(`${promisedDays} working days; ${basis}; version ${version}`),
        table(
          ['step', 'title', '', 'department', 'by', 'needs', ''],
          steps.map((step) => [
            step.name,
            step.title,
            step.titleEn,
            step.department,
            step.kind === 'CASE' ? 'people' : 'program',
            step.needs.join(', '),
            [step.when && `only with ${step.when}`, step.isOptional && 'may be denied alone']
              .filter(Boolean)
              .join('; '),
          ]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

/** A table of applications, for people. */
export function describeMatterCases(all: readonly MatterCase[]): string {
  return table(
    ['number', 'state', 'matter', 'applicant', 'begun', 'due', 'next'],
    all.map((one) => [
      one.number,
      stateInWords(one),
      one.matter?.name ?? '',
      applicantInWords(one),
      moment(one.startedAt),
      due(one),
      nextInWords(one),
    ]),
  );
}

/** One whose form is filled in, for its applicant. */
export function describeMatterCaseWithForm(one: MatterCaseWithForm): string {
  return [describeMatterCases([one]), formOf(one)].filter(Boolean).join('\n\n');
}

/** One with its steps and all that has happened, for people. */
export function describeWholeMatterCase(one: WholeMatterCase, needs: Needs): string {
  const { region, times, matter } = one;
  const facts: [string, string][] = [
    ['number', one.number],
    ['matter', matter ? `${matter.code} ${matter.name}` : ''],
    ['applicant', applicantInWords(one)],
    ['region', region ? `${region.code} ${region.fullName ?? ''}`.trim() : ''],
    ['next', nextInWords(one)],
    ['version', String(one.version)],
    ['begun', moment(one.startedAt)],
    ['submitted', one.submittedAt ? moment(one.submittedAt) : ''],
    ['due', due(one)],
    ['ended', one.endedAt ? moment(one.endedAt) : ''],
    ['reason', one.reason ?? ''],
    ['time', times ? timesInWords(times) : ''],
  ];
  return [
    style.strong(stateInWords(one).toUpperCase()),
    table(
      ['', ''],
      facts.filter(([, value]) => value !== '').map(([name, value]) => [style.strong(name), value]),
    ),
    drawSteps(one.steps, needs),
    formOf(one),
    describeEvents(one.timeline),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What has happened, a line for each event and for each problem. */
export function describeEvents(events: readonly MatterEvent[]): string {
  const rows = events.flatMap(({ at, step, from, to, side, problems }) => [
    [
      moment(at),
      step ?? 'the whole',
      from === null ? inWords(to) : `${inWords(from)} → ${inWords(to)}`,
      inWords(side),
    ],
    ...problems.map((problem) => ['', '', problemInWords(problem), '']),
  ]);
  return rows.length === 0 ? '' : table(['at', 'step', 'state', 'by'], rows);
}

export function stateInWords({ state }: MatterCase): string {
  return inWords(state);
}

/** The fields of the form with their answers, and what was taken over; empty while they cannot be changed. */
function formOf(one: MatterCaseWithForm): string {
  if (!isFilledIn(one)) return '';
  const fields = describeAnswers(one.formSchema, one.form);
  return one.prefill.length > 0 ? `${fields}\n\n${describePrefill(one.prefill)}` : fields;
}

function applicantInWords({ applicant }: MatterCase): string {
  return applicant ? `${applicant.uscc} ${applicant.name ?? ''}`.trim() : '';
}

function due({ dueOn, isOverdue }: MatterCase): string {
  if (dueOn === null) return '';
  return isOverdue ? style.bad(`${dueOn}, overdue`) : dueOn;
}

/** People's, the applicant's and the machine's part, each apart. */
function timesInWords({ officialHours, applicantHours, machineHours }: MatterTimes): string {
  const drawn = partsBar(
    [
      ['█', officialHours],
      ['▒', applicantHours],
      ['·', machineHours],
    ],
    TIME_WIDTH,
  );
  return `${drawn && `${drawn}  `}█ people ${duration(officialHours)}, ▒ applicant ${duration(applicantHours)}, · programs ${duration(machineHours)}`;
}
