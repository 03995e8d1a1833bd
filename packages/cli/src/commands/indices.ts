import { type Command, Option } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { addPurposeOptions, purposeHeaders, type PurposeOptions } from '../graph/purpose.ts';
import { style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';

interface Options extends ClientOptions, PurposeOptions {
  region: string;
  month?: string;
  by?: 'city' | 'county';
}

interface Counts {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}
type Index = Counts & { parts: (Counts & { name: string })[] };

const INDICES = {
  channels: '服务方式完备度 channels',
  coverage: '事项覆盖度 coverage',
  guides: '指南准确度 guides',
  maturity: '在线办理成熟度 maturity',
  effect: '在线服务成效度 effect',
} as const;
type Name = keyof typeof INDICES;
const NAMES = Object.keys(INDICES) as Name[];

type Indices = Record<Name, Index> & {
  region: { code: string };
  month: string;
  isOwnOnly: boolean;
  children?: Indices[];
};

/** Stands in the access log where an official counts cases. */
const PURPOSE = 'indices';
const WIDTH = 24;
const COUNTS = 'value numerator denominator';
const FIELDS = `region { code } month isOwnOnly ${NAMES.map((name) => `${name} { ${COUNTS} parts { name ${COUNTS} } }`).join(' ')}`;

/** `indices`: the five indices of online service. */
export function indicesCommand(): Command {
  const command = clientCommand(
    'indices',
    'Shows the five indices of online service 网上政务服务能力指数 of a region and month, and compares the regions beneath it.',
  )
    .addOption(option('--region <code>', 'region, with all beneath it, such as 32').makeOptionMandatory())
    .addOption(option('--month <month>', 'month, such as 2026-03 (default: this month)'))
    .addOption(new Option('--by <level>', 'compares the regions of this level').choices(['city', 'county']));
  return addPurposeOptions(command).action(indices);
}

async function indices({ region, month, by, ...options }: Options): Promise<void> {
  const children = by === undefined ? '' : `children(by: ${by.toUpperCase()}) { ${FIELDS} }`;
  const found = await askGraph<Indices>(
    options,
    'serviceIndices',
    `query Indices($region: RegionCode!, $month: String) { serviceIndices(region: $region, month: $month) { ${FIELDS} ${children} } }`,
    { region, month },
    { headers: purposeHeaders(options, PURPOSE) },
  );
  answer(options.json, found, () => describe(found));
}

function describe(found: Indices): string {
  const rows = NAMES.flatMap((name) => {
    const { parts, ...all } = found[name];
    return [
      [style.strong(INDICES[name]), bar(all.value), percent(all.value), shares(all)],
      ...parts.map(({ name: part, ...counts }) => [
        style.faint(`  ${part}`),
        style.faint(bar(counts.value)),
        style.faint(percent(counts.value)),
        style.faint(shares(counts)),
      ]),
    ];
  });
  const title = style.strong(`${found.region.code} in ${found.month}`);
  return [title, table(['index', '', '', ''], rows), ...compared(found.children)].join('\n');
}

function compared(children: readonly Indices[] | undefined): string[] {
  if (children === undefined) return [];
  if (children.length === 0)
    return ['', 'There are no regions of that level with items or cases beneath it.'];
  const rows = children.map((child) => [
    child.isOwnOnly ? `${child.region.code} itself` : child.region.code,
    ...NAMES.map((name) => `${bar(child[name].value, 8)} ${percent(child[name].value).padStart(6)}`),
  ]);
  return ['', table(['region', ...NAMES], rows)];
}

/** A share as a bar: ██████▌░░░. Empty where there is none. */
function bar(value: number | null, width = WIDTH): string {
  if (value === null) return '';
  const eighths = Math.round(value * width * 8);
  const part = eighths % 8;
  const full = '█'.repeat(Math.floor(eighths / 8));
  const last = part === 0 ? '' : (PARTS[part - 1] ?? '');
  return (full + last).padEnd(width, '░');
}

const PARTS = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)} %`;
}

function shares({ numerator, denominator }: Counts): string {
  if (denominator === null) return 'too few to be told';
  return `${(numerator ?? 0).toLocaleString('en')} of ${denominator.toLocaleString('en')}`;
}
