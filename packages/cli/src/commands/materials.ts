import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import type { Page } from '../graph/page.ts';
import { readCount } from '../options/options.ts';
import { countOf, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { list, option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';

interface Options extends ClientOptions {
  region?: string;
  department?: string;
  items?: string[];
  until?: string;
  top: number;
}

interface Coordinate {
  coordinate: string;
  department: string;
}

interface Material {
  serviceItem: { code: string; name: string };
  material: { name: string };
  state: string;
  coordinates: Coordinate[];
  note: string | null;
  papersAYear: number;
}

interface NextGrant {
  coordinates: Coordinate[];
  names: string[];
  materials: number;
  items: number;
  papersAYear: number;
  apply: string[];
  note: string | null;
}

const GRANTED = 'HELD_OPEN, WITHIN_GRANT';
const ARGUMENTS = '$items: [ID!], $region: RegionCode, $department: String, $until: String, $top: Int!';

/** `materials`: what the reformer abolishes next 免交材料. */
export function materialsCommand(): Command {
  return clientCommand(
    'materials',
    'Ranks the materials that need not be handed in any more 免交材料 by the papers that this saves in a year: what the graph holds already, and which grant abolishes the next. For officials with the scope items:edit.',
  )
    .addOption(option('--region <code>', 'only of items of this region or beneath it'))
    .addOption(option('--department <code>', 'only of items of this department, as ServiceDepartment.code'))
    .addOption(option('--items <codes>', 'only of these items, with commas between them').argParser(list))
    .addOption(
      option(
        '--until <month>',
        'last of the twelve months whose cases are counted (default: the last whole one)',
      ),
    )
    .addOption(option('--top <n>', 'most of each to show, 1 to 100').argParser(readCount(1, 100)).default(10))
    .action(materials);
}

async function materials({ region, department, items, until, top, ...options }: Options): Promise<void> {
  const variables = { region, department, items, until, top };
  const asked = 'items: $items, filter: { region: $region, department: $department';
  const page = await askGraph<Page<Material>>(
    options,
    'abolishableMaterials',
    `query Materials(${ARGUMENTS}) { abolishableMaterials(${asked}, states: [${GRANTED}] }, until: $until, first: $top) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { serviceItem { code name } material { name } state coordinates { coordinate department } note papersAYear } }
    } }`,
    variables,
  );
  const grants = await askGraph<NextGrant[]>(
    options,
    'nextGrants',
    `query Grants(${ARGUMENTS}) { nextGrants(${asked} }, until: $until, first: $top) {
      coordinates { coordinate department } names materials items papersAYear apply note
    } }`,
    variables,
  );
  answer(options.json, { held: page, nextGrants: grants }, () => describe(page, grants));
}

function describe({ edges, totalCount }: Page<Material>, grants: readonly NextGrant[]): string {
  const nodes = edges.map(({ node }) => node);
  const held = table(
    ['papers a year', 'material', 'item', 'the graph holds it as'],
    nodes.map(({ papersAYear, material, serviceItem, coordinates, state }) => [
      papersAYear.toLocaleString('en'),
      material.name,
      `${serviceItem.name} ${style.faint(serviceItem.code)}`,
      `${namesOf(coordinates)}${state === 'WITHIN_GRANT' ? ' (granted)' : ''}`,
    ]),
  );
  const notes = new Set([...nodes, ...grants].flatMap(({ note }) => note ?? []));
  return [
    style.strong(`Can be abolished now: ${countOf(totalCount ?? nodes.length, 'material')}`),
    nodes.length > 0 ? held : 'None.',
    '',
    style.strong('After one more grant:'),
    ...(grants.length > 0 ? grants.map(describeGrant) : ['None.']),
    ...[...notes].map((note) => style.odd(note)),
  ].join('\n');
}

function describeGrant({ coordinates, names, materials, items, papersAYear, apply }: NextGrant): string {
  const needs = [...Map.groupBy(coordinates, ({ department }) => department)].map(
    ([department, of]) => `${department} → ${of.map(({ coordinate }) => coordinate).join(', ')}`,
  );
  const what = needs.length === 1 ? 'one grant' : `${needs.length} grants`;
  const gain = `abolishes ${countOf(materials, 'material')} of ${countOf(items, 'item')}, saves ${countOf(papersAYear, 'paper')} a year`;
  return [
    `${style.good('●')} ${what} (${needs.join('; ')}) ${gain}`,
    `  ${names.join('、')}`,
    ...apply.map((one) => style.faint(`  → ${one}`)),
  ].join('\n');
}

function namesOf(coordinates: readonly Coordinate[]): string {
  return coordinates.map(({ coordinate }) => coordinate).join(', ');
}
