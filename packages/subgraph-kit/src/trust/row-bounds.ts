import { PublicError } from '@yiwang/errors';
import type { OperationAccess } from './access-notes.ts';

/** An empty list of regions: no row lies in it. */
const NOWHERE: readonly string[] = [];

/** The regions in which a row must lie so that one operation may read its fields. */
export class RowBounds {
  /** A row must lie within one region of each list. */
  readonly #bounds = new Map<string, (readonly string[])[]>();

  /** @param regions in which the field may be read */
  add(coordinate: string, regions: readonly string[], { unanchored, beneath }: OperationAccess): void {
    const owningFields = [...beneath].filter(([, fields]) => fields.has(coordinate)).map(([field]) => field);
    for (const field of owningFields) this.#bind(field, regions);
    if (unanchored.has(coordinate)) this.#bind(coordinate, NOWHERE);
    else if (owningFields.length === 0) this.#bind(coordinate, regions);
  }

  /**
   * @param region the row's region; null when the row has none
   * @throws PublicError OUTSIDE_GRANT
   */
  check(coordinate: string, region: string | null): void {
    const bounds = this.#bounds.get(coordinate);
    if (!bounds) return;
    for (const regions of bounds) {
      if (!isWithin(region, regions)) throw outsideGrant(coordinate, regions);
    }
  }

  #bind(coordinate: string, regions: readonly string[]): void {
    const bounds = this.#bounds.get(coordinate);
    if (bounds) bounds.push(regions);
    else this.#bounds.set(coordinate, [regions]);
  }
}

/** Whether a region lies in one of the regions: its code begins with the code of each region that it lies in. */
export function isWithin(region: string | null, regions: readonly string[]): boolean {
  return region !== null && regions.some((one) => region.startsWith(one));
}

/** The regions that lie in a region of both lists. */
export function bothRegions(some: readonly string[], others: readonly string[]): readonly string[] {
  const inner = [
    ...some.filter((region) => isWithin(region, others)),
    ...others.filter((region) => isWithin(region, some)),
  ];
  return [...new Set(inner)];
}

export function outsideGrant(coordinate: string, regions: readonly string[]): PublicError {
  const message =
    regions === NOWHERE
      ? `${coordinate} is granted for some regions only, and belongs to no row whose region is known.`
      : `${coordinate} is granted for rows in ${regions.join(', ')} only; this one lies elsewhere, or its region is not known.`;
  return new PublicError('OUTSIDE_GRANT', message, { details: { coordinate, regions } });
}
