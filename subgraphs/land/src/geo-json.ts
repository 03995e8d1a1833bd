import type { Position, Ring } from './polygon-column.ts';

export interface GeoJsonPolygon {
  type: 'Polygon';
  coordinates: Position[][];
}

/** The polygon by RFC 7946: the ring ends where it began and runs counter-clockwise, however it was stored. */
export function toGeoJson(ring: Ring): GeoJsonPolygon {
  const outer = isCounterClockwise(ring) ? [...ring] : [...ring].reverse();
  return { type: 'Polygon', coordinates: [[...outer, outer[0]!]] };
}

/** By the sign of the area: the sum over the sides. */
function isCounterClockwise(ring: Ring): boolean {
  const [originX, originY] = ring[0]!;
  const doubledArea = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    // Relative to the first corner, or the products lose the digits that differ.
    return sum + (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }, 0);
  return doubledArea >= 0;
}
