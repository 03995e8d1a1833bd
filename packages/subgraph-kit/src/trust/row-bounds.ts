import { PublicError } from '@yiwang/errors';
import type { OperationAccess } from './access-notes.ts';
import { type Extent, isWithin, NO_ROWS, type Place } from './extent.ts';

/** The rows of which one operation may read the fields. */
export class RowBounds {
  /** A row must be within each extent. */
  readonly #bounds = new Map<string, Extent[]>();

  /** @param extent the rows in which the field may be read */
  add(coordinate: string, extent: Extent, { unanchored, beneath }: OperationAccess): void {
    const owningFields = [...beneath].filter(([, fields]) => fields.has(coordinate)).map(([field]) => field);
    for (const field of owningFields) this.#bind(field, extent);
    if (unanchored.has(coordinate)) this.#bind(coordinate, NO_ROWS);
    else if (owningFields.length === 0) this.#bind(coordinate, extent);
  }

  /** @throws PublicError OUTSIDE_GRANT */
  check(coordinate: string, place: Place): void {
    const bounds = this.#bounds.get(coordinate);
    if (!bounds) return;
    for (const extent of bounds) {
      if (!isWithin(place, extent)) throw outsideGrant(coordinate, extent);
    }
  }

  #bind(coordinate: string, extent: Extent): void {
    const bounds = this.#bounds.get(coordinate);
    if (bounds) bounds.push(extent);
    else this.#bounds.set(coordinate, [extent]);
  }
}

export function outsideGrant(coordinate: string, extent: Extent): PublicError {
  return outside(coordinate, [extent], `is ${limitsOf([extent])}; this row is not one of them`);
}

/** The error for something that may not be disclosed to exist. @param extents the rows that may be disclosed */
export function outsideExtents(coordinate: string, extents: readonly Extent[]): PublicError {
  return outside(
    coordinate,
    extents,
    `is ${limitsOf(extents)}, and what was requested may not be one of them`,
  );
}

function limitsOf(extents: readonly Extent[]): string {
  if (extents.includes(NO_ROWS))
    return 'granted for some rows only, and belongs to no row that says where it lies';
  const regions = regionsOf(extents);
  const parts = [
    ...(regions.length > 0 ? [`granted for rows in ${regions.join(', ')}`] : []),
    ...(extents.some(({ subjects }) => subjects.length > 0)
      ? ['open to those whom a row is about or who act for them']
      : []),
  ];
  return `${parts.join(' and ')} only`;
}

function regionsOf(extents: readonly Extent[]): string[] {
  return [...new Set(extents.flatMap(({ regions }) => regions))];
}

function outside(coordinate: string, extents: readonly Extent[], problem: string): PublicError {
  return new PublicError('OUTSIDE_GRANT', `${coordinate} ${problem}.`, {
    details: { coordinate, regions: regionsOf(extents) },
  });
}
