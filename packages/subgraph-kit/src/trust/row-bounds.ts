import { PublicError } from '@yiwang/errors';
import type { OperationAccess } from './operation-access.ts';

/** No row lies in one of none. */
const NOWHERE: readonly string[] = [];

/** Where the rows must lie of which one operation reads a field. */
export class RowBounds {
  /** A row must lie within one region of each list. */
  readonly #bounds = new Map<string, (readonly string[])[]>();

  /** @param regions of which the field may be read */
  add(coordinate: string, regions: readonly string[], { loose, beneath }: OperationAccess): void {
    const anchors = [...beneath].filter(([, fields]) => fields.has(coordinate)).map(([anchor]) => anchor);
    for (const anchor of anchors) this.#bind(anchor, regions);
    if (loose.has(coordinate)) this.#bind(coordinate, NOWHERE);
    else if (anchors.length === 0) this.#bind(coordinate, regions);
  }

  /**
   * @param region of the row; null when it is not known
   * @throws PublicError OUTSIDE_GRANT
   */
  check(coordinate: string, region: string | null): void {
    const bounds = this.#bounds.get(coordinate);
    if (!bounds) return;
    for (const regions of bounds) {
      if (!isWithin(region, regions)) throw outside(coordinate, regions);
    }
  }

  #bind(coordinate: string, regions: readonly string[]): void {
    const known = this.#bounds.get(coordinate);
    if (known) known.push(regions);
    else this.#bounds.set(coordinate, [regions]);
  }
}

/** A region's code begins with the codes of those that it lies in. */
export function isWithin(region: string | null, regions: readonly string[]): boolean {
  return region !== null && regions.some((one) => region.startsWith(one));
}

function outside(coordinate: string, regions: readonly string[]): PublicError {
  const message =
    regions === NOWHERE
      ? `${coordinate} is granted for some regions only, and belongs to no row whose region is known.`
      : `${coordinate} is granted for rows in ${regions.join(', ')} only; this one lies elsewhere, or its region is not known.`;
  return new PublicError('OUTSIDE_GRANT', message, { details: { coordinate, regions } });
}
