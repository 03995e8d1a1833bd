import { PublicError } from '@yiwang/errors';
import { type Column, type SQL, sql } from 'drizzle-orm';
import type { BoundingBox } from './generated/types.ts';
import { type Ring, writePolygon } from './polygon-column.ts';

const HIGHEST = { west: 180, east: 180, south: 90, north: 90 } as const;

/**
 * @throws PublicError INVALID_ARGUMENT when a side is out of range or the box has no area,
 *   CONTRADICTORY_FILTER when it is turned inside out
 */
export function checkBoundingBox(box: BoundingBox): void {
  for (const [side, highest] of Object.entries(HIGHEST)) {
    const value = box[side as keyof typeof HIGHEST];
    if (Math.abs(value) > highest) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `filter.bbox.${side} must be between -${highest} and ${highest} degrees; it is ${value}.`,
      );
    }
  }
  if (box.west === box.east || box.south === box.north) {
    throw new PublicError('INVALID_ARGUMENT', 'filter.bbox has no area: two opposite sides are equal.');
  }
  if (box.west > box.east || box.south > box.north) {
    throw new PublicError(
      'CONTRADICTORY_FILTER',
      'filter.bbox is turned inside out: west must be less than east, and south less than north.',
    );
  }
}

/** The boundary and the box have a point in common. Uses the index parcels_boundary. */
export function touches(boundary: Column, { west, south, east, north }: BoundingBox): SQL {
  const corners: Ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return sql`${boundary} && ${writePolygon(corners)}::polygon`;
}

/** As {@link touches}, in a form that no index serves and that the planner takes for often true. */
export function touchesOften(boundary: Column, box: BoundingBox): SQL {
  return sql`coalesce(${touches(boundary, box)}, false)`;
}
