import { searchForm } from '@yiwang/codes';
import type { MaterialHoldingState } from '../generated/types.ts';
import { NAME } from '../department.ts';
import type { MaterialSourceRow } from './material-source-tables.ts';
import type { SharedFields } from './shared-fields.ts';

/** One coordinate that takes the place of a material. */
export interface MaterialCoordinateModel {
  coordinate: string;
  department: string;
  sharing: MaterialSourceRow['sharing'];
  basis: string | null;
  note: string | null;
  /** Whether this department may read it: by its class, or by a grant. */
  isOpen: boolean;
}

/** What the graph holds of a material of one name. */
export interface ResolvedMaterial {
  state: Exclude<MaterialHoldingState, 'ABOLISHED'>;
  coordinates: MaterialCoordinateModel[];
  /** The regions in which it is WITHIN_GRANT, and elsewhere NEEDS_GRANT; null for everywhere. */
  regions: readonly string[] | null;
  /** What is uncertain. Null where nothing is. */
  note: string | null;
}

export const GRANTS_UNKNOWN =
  'The grants of this department could not be read, so none is counted: the gateway is not set (GATEWAY_URL) or does not answer.';
export const CLASSES_OLD =
  'The one schema could not be read: sharing classes are those of the day on which the mapping was checked.';

/** Finds what the graph holds of materials by their names. */
export function createResolveMaterial(sources: readonly MaterialSourceRow[], shared: SharedFields) {
  const patterns = [...Map.groupBy(sources, ({ pattern }) => pattern)]
    .map(([pattern, rows]) => ({ pattern, rows, fits: matcherOf(pattern) }))
    // The longest first; of two of one length, the first by name.
    .sort(
      (one, other) => other.pattern.length - one.pattern.length || (one.pattern < other.pattern ? -1 : 1),
    );

  return (name: string): ResolvedMaterial => {
    const found = patterns.find(({ fits }) => fits(searchForm(name)));
    return found ? resolve(found.rows, shared) : UNKNOWN;
  };
}

const UNKNOWN: ResolvedMaterial = { state: 'UNKNOWN', coordinates: [], regions: null, note: null };

function resolve(rows: readonly MaterialSourceRow[], { fields, granted }: SharedFields): ResolvedMaterial {
  const gone = fields === null ? [] : rows.filter(({ coordinate }) => !fields.has(coordinate));
  if (gone.length > 0) {
    const note = `The one schema has no ${gone.map(({ coordinate }) => coordinate).join(', ')} any more: correct the mapping.`;
    return { ...UNKNOWN, note };
  }
  let regions: readonly string[] | null = null;
  const coordinates = rows
    .map(({ coordinate, note, ...checked }): MaterialCoordinateModel => {
      const { department, sharing, basis } = fields?.get(coordinate) ?? checked;
      const isOwn = department === NAME;
      const grant = sharing === 'CONDITIONAL' && !isOwn ? granted?.get(coordinate) : undefined;
      if (grant) regions = regions === null ? grant : common(regions, grant);
      const isOpen = isOwn || sharing === 'UNCONDITIONAL' || grant !== undefined;
      return { coordinate, department, sharing, basis, note, isOpen };
    })
    .sort((one, other) => (one.coordinate < other.coordinate ? -1 : 1));
  const others = coordinates.filter(({ department }) => department !== NAME);
  const isNotShared = others.some(({ sharing }) => sharing === 'NOT_SHARED');
  const isConditional = others.some(({ sharing }) => sharing === 'CONDITIONAL');
  const isOpen = coordinates.every((one) => one.isOpen);
  const state = isNotShared
    ? 'NOT_SHARED'
    : !isConditional
      ? 'HELD_OPEN'
      : isOpen
        ? 'WITHIN_GRANT'
        : 'NEEDS_GRANT';
  const notes = [
    ...(fields === null ? [CLASSES_OLD] : []),
    ...(state === 'NEEDS_GRANT' && granted === null ? [GRANTS_UNKNOWN] : []),
  ];
  return {
    state,
    coordinates,
    regions: state === 'WITHIN_GRANT' ? regions : null,
    note: notes.length > 0 ? notes.join(' ') : null,
  };
}

/** The coordinates without which a material cannot be abolished everywhere, by name, with blanks between them. */
export function needsOf({ coordinates, regions }: ResolvedMaterial): string {
  return coordinates
    .filter(({ isOpen, sharing }) => !isOpen || (regions !== null && sharing === 'CONDITIONAL'))
    .map(({ coordinate }) => coordinate)
    .join(' ');
}

/** The regions that lie in one of both lists. */
function common(some: readonly string[], others: readonly string[]): string[] {
  return [
    ...some.filter((one) => others.some((other) => one.startsWith(other))),
    ...others.filter((other) => some.some((one) => other.startsWith(one) && other !== one)),
  ];
}

/** Compares from part to part: linear in the length of the name, whatever the pattern. */
function matcherOf(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return (name) => name === pattern;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last)) return false;
    let at = first.length;
    const end = name.length - last.length;
    for (const part of parts.slice(1, -1)) {
      const found = name.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= end;
  };
}
