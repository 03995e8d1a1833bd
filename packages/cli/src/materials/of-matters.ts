import { askGraph } from '../graph/ask-graph.ts';
import { countOf, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { ClientOptions } from '../sharing/client-command.ts';
import { type Coordinate, describeGrants, GRANT, namesOf, type NextGrant } from './grants.ts';

interface MatterMaterial {
  catalogueItems: { basicCode: string; name: string }[];
  material: { name: string };
  state: string;
  coordinates: Coordinate[];
  note: string | null;
  papersAYear: number;
}

/** A matter 一件事, and what its applicants need not hand in any more. */
export interface MatterMaterials {
  code: string;
  name: string;
  abolishableMaterials: MatterMaterial[];
  nextGrants: NextGrant[];
}

const GRANTED: ReadonlySet<string> = new Set(['HELD_OPEN', 'WITHIN_GRANT']);

/** As the graph has it: what is handed in stands apart. */
type Matter = Pick<MatterMaterials, 'code' | 'name'> & {
  papers: Pick<MatterMaterials, 'abolishableMaterials' | 'nextGrants'>;
};

const MATTER = `code name papers {
    abolishableMaterials(until: $until) {
      catalogueItems { basicCode name } material { name } state coordinates { coordinate department } note papersAYear
    }
    nextGrants(until: $until) { ${GRANT} }
  }`;

/**
 * Those that can save most papers first.
 *
 * @param code of the one that is wanted; null for all
 * @throws CommandError when there is none
 */
export async function readMatterMaterials(
  options: ClientOptions,
  code: string | null,
  until: string | null,
): Promise<MatterMaterials[]> {
  if (code !== null) {
    const query = `query Materials($code: ID!, $until: String) { matter(code: $code) { ${MATTER} } }`;
    const whenNone = `No matter ${code} is published. yiwang matter offers lists those that are.`;
    return [materialsOf(await askGraph<Matter>(options, 'matter', query, { code, until }, { whenNone }))];
  }
  const query = `query Materials($until: String) { matters { ${MATTER} } }`;
  const all = await askGraph<Matter[]>(options, 'matters', query, { until });
  return all.map(materialsOf).sort((one, other) => savingsOf(other) - savingsOf(one));
}

function materialsOf({ code, name, papers }: Matter): MatterMaterials {
  return { code, name, ...papers };
}

/** @param top most of each to show */
export function describeMatterMaterials(all: readonly MatterMaterials[], top: number): string {
  return all.map((one) => describeMatter(one, top)).join('\n\n');
}

function describeMatter(matter: MatterMaterials, top: number): string {
  const { code, name, nextGrants } = matter;
  const held = heldBy(matter);
  const rows = held
    .slice(0, top)
    .map(({ papersAYear, material, catalogueItems, coordinates, state }) => [
      papersAYear.toLocaleString('en'),
      material.name,
      catalogueItems.map((item) => `${item.name} ${style.faint(item.basicCode)}`).join('、'),
      `${namesOf(coordinates)}${state === 'WITHIN_GRANT' ? ' (granted)' : ''}`,
    ]);
  const notes = new Set([...held, ...nextGrants].flatMap(({ note }) => note ?? []));
  return [
    `${style.strong(`${name} ${code}`)} ${style.faint(`could save ${countOf(savingsOf(matter), 'paper')} a year`)}`,
    style.strong(`Can be abolished now: ${countOf(held.length, 'material')}`),
    rows.length > 0 ? table(['papers a year', 'material', 'items', 'the graph holds it as'], rows) : 'None.',
    style.strong('After one more grant:'),
    ...describeGrants(nextGrants.slice(0, top)),
    ...[...notes].map((note) => style.odd(note)),
  ].join('\n');
}

function heldBy({ abolishableMaterials }: MatterMaterials): MatterMaterial[] {
  return abolishableMaterials.filter(({ state }) => GRANTED.has(state));
}

/** Papers of a year: now, and after all grants. */
function savingsOf(matter: MatterMaterials): number {
  return [...heldBy(matter), ...matter.nextGrants].reduce((sum, { papersAYear }) => sum + papersAYear, 0);
}
