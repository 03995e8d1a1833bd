import type { Command } from 'commander';
import { askAsClient, clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';
import { style } from '../report/style.ts';
import { table } from '../report/table.ts';

interface Options extends ClientOptions {
  department?: string;
  from?: string;
  until?: string;
}

interface AnswerTimes {
  answered: number;
  inTimeShare: number | null;
  medianWorkingDays: number | null;
  open: number;
  overdue: number;
}

interface Figures {
  shares: {
    fields: number;
    unconditional: number;
    conditional: number;
    notShared: number;
    granted: number;
    unconditionalShare: number | null;
    sharedShare: number | null;
  };
  grantsInForce: number;
  applications: AnswerTimes;
  corrections: AnswerTimes;
}

interface Statistics {
  from: string;
  until: string;
  total: Figures;
  departments: { department: { name: string }; figures: Figures }[];
}

const TIMES = 'answered inTimeShare medianWorkingDays open overdue';
const FIGURES = `shares { fields unconditional conditional notShared granted unconditionalShare sharedShare }
  grantsInForce applications { ${TIMES} } corrections { ${TIMES} }`;

export function statisticsCommand(): Command {
  return clientCommand(
    'statistics',
    'Shows how much is shared 共享统计 and how soon departments answer, of all or of one.',
  )
    .option('--department <name>', 'only this department')
    .option('--from <day>', 'first day of the answers, such as 2026-01-01 (default: the last 365 days)')
    .option('--until <day>', 'last day of the answers')
    .action(statistics);
}

async function statistics({ department, from, until, ...options }: Options): Promise<void> {
  const { sharingStatistics: found } = await askAsClient<{ sharingStatistics: Statistics }>(
    options,
    `query Statistics($department: ID, $from: Date, $until: Date) {
      sharingStatistics(department: $department, from: $from, until: $until) {
        from until total { ${FIGURES} } departments { department { name } figures { ${FIGURES} } }
      }
    }`,
    { department, from, until },
  );
  answer(options.json, found, () => describe(found));
}

function describe({ from, until, total, departments }: Statistics): string {
  const all = [
    ...departments.map(({ department, figures }) => [department.name, figures] as const),
    ...(departments.length > 1 ? [['all', total] as const] : []),
  ];
  const shares = table(
    [
      'department',
      'fields',
      'unconditional',
      'conditional',
      'granted',
      'not shared',
      '无条件共享率',
      '共享率',
      'active grants',
    ],
    all.map(([name, { shares: of, grantsInForce }]) => [
      name,
      ...[of.fields, of.unconditional, of.conditional, of.granted, of.notShared].map(String),
      percent(of.unconditionalShare),
      percent(of.sharedShare),
      String(grantsInForce),
    ]),
  );
  const times = table(
    ['department', 'answered', 'in time', 'median days', 'open', 'overdue', 'corrections', 'open', 'overdue'],
    all.map(([name, { applications, corrections }]) => [
      name,
      String(applications.answered),
      percent(applications.inTimeShare),
      applications.medianWorkingDays === null ? '–' : String(applications.medianWorkingDays),
      String(applications.open),
      overdue(applications),
      String(corrections.answered),
      String(corrections.open),
      overdue(corrections),
    ]),
  );
  return [
    shares,
    '',
    style.faint(`Answers to applications and corrections from ${from} to ${until}, in working days:`),
    times,
  ].join('\n');
}

function overdue({ overdue: count }: AnswerTimes): string {
  return count > 0 ? style.bad(String(count)) : '0';
}

/** A dash where there is nothing to divide by. */
function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}
