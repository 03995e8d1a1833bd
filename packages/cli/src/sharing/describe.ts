import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { Correction, Grant, Kind, SharingApplication } from './answers.ts';

/** A table of things of one kind, for people; and what to know of when they are due. */
export function describe(kind: Kind, all: readonly unknown[]): string {
  return [
    TABLES[kind](all as never) + missingHolidays(all as never),
    ...describeNeededBeside(all as never),
  ].join('\n');
}

/** A warning for each field that would be granted and could not be read. */
export function describeNeededBeside(
  all: readonly Partial<Pick<SharingApplication, 'neededBeside' | 'number'>>[],
): string[] {
  return all.flatMap(({ number, neededBeside = [] }) =>
    neededBeside.map(({ coordinate, fields, all: needsAll }) => {
      const which = needsAll ? 'what it is ordered or made by' : 'at least one of the fields under it';
      return style.odd(
        `${number}: ${coordinate} cannot be read alone. Apply for ${which} as well: ${fields.join(', ')}.`,
      );
    }),
  );
}

function missingHolidays(all: readonly { dueWithoutHolidaysOf?: number[] }[]): string {
  const years = [...new Set(all.flatMap(({ dueWithoutHolidaysOf = [] }) => dueWithoutHolidaysOf))].sort();
  if (years.length === 0) return '';
  const note = `The exchange does not know the holidays of ${years.join(', ')}: what is due then may be out by some days. Its operator names a file of them by SHARING_HOLIDAYS.`;
  return `\n${style.odd(note)}`;
}

const TABLES = {
  application: (all: readonly SharingApplication[]) =>
    table(
      ['number', 'state', 'client', 'department', 'fields', 'due', 'grant', 'said last'],
      all.map(({ number, state, client, department, fields, dueAt, overdue, grant, reason }) => [
        number,
        inWords(state),
        client,
        department.name,
        fields.join(', '),
        due(dueAt, overdue),
        grant?.id ?? '',
        reason ?? '',
      ]),
    ),
  grant: (all: readonly Grant[]) =>
    table(
      ['id', 'state', 'client', 'department', 'fields', 'regions', 'from', 'until', 'reason'],
      all.map(({ id, state, client, department, fields, regions, from, until, reason }) => [
        id,
        inWords(state),
        client,
        department.name,
        fields.join(', '),
        regions?.map(({ code }) => code).join(', ') ?? '',
        moment(from),
        moment(until),
        reason ?? '',
      ]),
    ),
  correction: (all: readonly Correction[]) =>
    table(
      ['number', 'state', 'client', 'department', 'field', 'of', 'problem', 'due', 'answer'],
      all.map(
        ({ number, state, client, department, coordinate, subject, problem, dueAt, overdue, answer }) => [
          number,
          inWords(state),
          client,
          department.name,
          coordinate,
          subject,
          problem,
          due(dueAt, overdue),
          answer ?? '',
        ],
      ),
    ),
};

function due(dueAt: string | null, overdue: boolean): string {
  if (dueAt === null) return '';
  return overdue ? style.bad(`${moment(dueAt)}, overdue`) : moment(dueAt);
}
