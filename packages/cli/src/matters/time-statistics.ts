import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { day } from '../graph/step-options.ts';
import { bar, partsBar } from '../report/bar.ts';
import { duration, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';

interface Options extends ClientOptions {
  matter?: string;
  from: string;
  until: string;
}

interface TimeStatistic {
  month: string;
  region: { code: string; fullName: string | null } | null;
  matter: { code: string; name: string; nameEn: string; promisedDays: number } | null;
  completed: number;
  undone: number;
  overdue: number;
  /** Means; null when there are too few to tell. */
  workingDays: number | null;
  officialHours: number | null;
  applicantHours: number | null;
  machineHours: number | null;
}

const DAYS_WIDTH = 10;
const PARTS_WIDTH = 12;

const QUERY = `query Statistics($matter: ID, $from: Date!, $until: Date!) {
  matterTimeStatistics(matter: $matter, from: $from, until: $until) {
    month region { code fullName } matter { code name nameEn promisedDays } completed undone overdue
    workingDays officialHours applicantHours machineHours
  }
}`;

/** `matter statistics`. */
export function timeStatisticsCommand(): Command {
  return clientCommand(
    'statistics',
    'Shows how long matters took that ended in a period, such as the 3, 5 and 50 working days of 3550, by city and month.',
  )
    .addOption(option('--matter <code>', 'only this matter'))
    .addOption(day('--from <day>', 'first day of the end').makeOptionMandatory())
    .addOption(day('--until <day>', 'last day of the end, at most 24 months later').makeOptionMandatory())
    .action(async ({ matter, from, until, ...options }: Options) => {
      const found = await askGraph<TimeStatistic[]>(options, 'matterTimeStatistics', QUERY, {
        matter,
        from,
        until,
      });
      answer(options.json, found, () => describe(found));
    });
}

function describe(all: readonly TimeStatistic[]): string {
  if (all.length === 0) return 'Nothing ended in this period.';
  const byMatter = Map.groupBy(all, ({ matter }) => matter?.code ?? '');
  const legend = style.faint(
    'days: mean working days, beside what is promised; █ people, ▒ applicant, · programs, means; – fewer than 5 applications',
  );
  return [...[...byMatter.values()].map(describeMatter), legend].join('\n\n');
}

/** The cities of one matter, with their months. */
function describeMatter(entries: readonly TimeStatistic[]): string {
  const [{ matter }] = entries as [TimeStatistic];
  const heading = matter
    ? `${style.strong(`${matter.code} ${matter.name}`)} ${matter.nameEn}: ${matter.promisedDays} working days promised`
    : style.strong('No longer published');
  const rows = [...entries]
    .sort((one, other) => (one.region?.code ?? '').localeCompare(other.region?.code ?? ''))
    .map((one) => [
      one.region ? `${one.region.code} ${one.region.fullName ?? ''}`.trim() : '',
      one.month,
      ...daysInWords(one, matter?.promisedDays ?? null),
      ...partsInWords(one),
      String(one.completed),
      String(one.undone),
      one.overdue > 0 ? style.bad(String(one.overdue)) : '0',
    ]);
  const header = [
    'city',
    'month',
    'days',
    '',
    'people',
    'applicant',
    'programs',
    '',
    'done',
    'undone',
    'overdue',
  ];
  return `${heading}\n${table(header, rows)}`;
}

function daysInWords({ workingDays }: TimeStatistic, promised: number | null): [string, string] {
  if (workingDays === null) return ['–', ''];
  if (promised === null) return [workingDays.toFixed(1), ''];
  const drawn = bar(workingDays / promised, DAYS_WIDTH);
  return [workingDays.toFixed(1), workingDays > promised ? style.bad(drawn) : style.good(drawn)];
}

function partsInWords({ officialHours, applicantHours, machineHours }: TimeStatistic): string[] {
  const hours = [officialHours, applicantHours, machineHours];
  const drawn = partsBar(
    hours.map((one, i) => [['█', '▒', '·'][i]!, one ?? 0]),
    PARTS_WIDTH,
  );
  return [...hours.map((one) => (one === null ? '–' : duration(one))), drawn];
}
