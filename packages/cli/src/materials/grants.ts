import { countOf, style } from '../report/style.ts';

/** A field of the one schema that takes the place of a material. */
export interface Coordinate {
  coordinate: string;
  department: string;
}

/** What abolishes materials once it is granted. */
export interface NextGrant {
  coordinates: Coordinate[];
  names: string[];
  materials: number;
  items: number;
  papersAYear: number;
  apply: string[];
  note: string | null;
}

export const GRANT = 'coordinates { coordinate department } names materials items papersAYear apply note';

/** One after the other, each with the commands that apply for it. */
export function describeGrants(grants: readonly NextGrant[]): string[] {
  return grants.length > 0 ? grants.map(describeGrant) : ['None.'];
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

export function namesOf(coordinates: readonly Coordinate[]): string {
  return coordinates.map(({ coordinate }) => coordinate).join(', ');
}
