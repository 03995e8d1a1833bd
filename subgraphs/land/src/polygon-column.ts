import { customType } from 'drizzle-orm/pg-core';

/** A corner as [longitude, latitude], in degrees of WGS 84. */
export type Position = [longitude: number, latitude: number];

/** Corners of a polygon in their order, the first not repeated at the end. */
export type Ring = readonly Position[];

/**
 * PostgreSQL's own polygon type: one ring, no holes, no PostGIS. Rows hold its text, since few of those who ask for a row
 * ask for its boundary: see {@link readPolygon} and {@link writePolygon}.
 */
export const polygonColumn = customType<{ data: string }>({ dataType: () => 'polygon' });

/** PostgreSQL's text of a polygon: `((118.7,32.1),(118.8,32.1),…)`. */
export function writePolygon(ring: Ring): string {
  return `(${ring.map(([longitude, latitude]) => `(${longitude},${latitude})`).join(',')})`;
}

/** Reads what {@link writePolygon} and PostgreSQL write. */
export function readPolygon(text: string): Ring {
  const corners = text.slice(2, -2).split('),(');
  return corners.map((corner) => {
    const [longitude, latitude] = corner.split(',').map(Number);
    return [longitude!, latitude!];
  });
}
