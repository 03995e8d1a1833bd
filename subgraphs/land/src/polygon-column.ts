import { customType } from 'drizzle-orm/pg-core';

/** A corner as [longitude, latitude], in degrees of WGS 84. */
export type Position = [longitude: number, latitude: number];

/** Corners of a polygon in their order, the first not repeated at the end. */
export type Ring = readonly Position[];

/** PostgreSQL's own polygon type: one ring, no holes, no PostGIS. */
export const polygonColumn = customType<{ data: Ring; driverData: string }>({
  dataType: () => 'polygon',
  toDriver: writePolygon,
  fromDriver: readPolygon,
});

/** PostgreSQL's text of a polygon: `((118.7,32.1),(118.8,32.1),…)`. */
export function writePolygon(ring: Ring): string {
  return `(${ring.map(([longitude, latitude]) => `(${longitude},${latitude})`).join(',')})`;
}

function readPolygon(text: string): Ring {
  const corners = text.slice(2, -2).split('),(');
  return corners.map((corner) => {
    const [longitude, latitude] = corner.split(',').map(Number);
    return [longitude!, latitude!];
  });
}
