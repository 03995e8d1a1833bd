import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import type { Page } from '../graph/page.ts';
import { readCount } from '../options/options.ts';
import { countOf, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { type Coordinate, describeGrants, GRANT, namesOf, type NextGrant } from '../materials/grants.ts';
import { describeMatterMaterials, readMatterMaterials } from '../materials/of-matters.ts';
import { list, option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';

interface Options extends ClientOptions {
  region?: string;
  department?: string;
  items?: string[];
  until?: string;
  /** A code; true for all. */
  matter?: string | true;
  top: number;
}

interface Material {
  serviceItem: { code: string; name: string };
  material: { name: string };
  state: string;
  coordinates: Coordinate[];
  note: string | null;
  papersAYear: number;
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
        '--matter [code]',
        'of this matter 一件事 instead, with what all of its steps need, each material once; all matters are ranked when there is no code',
      ).conflicts(['region', 'department', 'items']),
    )
    .addOption(
      option(
        '--until <month>',
        'last of the twelve months whose cases are counted (default: the last whole one)',
      ),
    )
    .addOption(option('--top <n>', 'most of each to show, 1 to 100').argParser(readCount(1, 100)).default(10))
    .action(materials);
}

async function materials({ matter, ...options }: Options): Promise<void> {
  if (matter === undefined) return materialsOfItems(options);
  const all = await readMatterMaterials(options, matter === true ? null : matter, options.until ?? null);
  answer(options.json, all, () => describeMatterMaterials(all, options.top));
}

async function materialsOfItems({ region, department, items, until, top, ...options }: Options) {
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
      ${GRANT}
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
    ...describeGrants(grants),
    ...[...notes].map((note) => style.odd(note)),
  ].join('\n');
}
