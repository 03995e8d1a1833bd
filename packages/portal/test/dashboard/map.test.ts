import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JIANGSU } from '../../app/pages/dashboard/map/jiangsu.ts';
import { MAP_SIZE, mapCities, projection, readRing } from '../../app/pages/dashboard/map/project.ts';

test('the map has the 13 cities, each with an outline and a name inside of the picture', () => {
  expect(mapCities().map(({ code }) => code)).toEqual(
    Array.from({ length: 13 }, (_, i) => `32${String(i + 1).padStart(2, '0')}`),
  );
  for (const { outline, label } of mapCities()) {
    const numbers = outline.match(/[\d.]+/g)!.map(Number);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(MAP_SIZE.width);
    expect(label.x).toBeGreaterThan(0);
    expect(label.y).toBeLessThan(MAP_SIZE.height);
  }
});

test('neighbours share the points of their borders, so that no gap is between them', () => {
  const pointsOf = (code: string) =>
    new Set(
      JIANGSU.find((city) => city.code === code)!
        .rings.join(' ')
        .split(' '),
    );
  const other = pointsOf('3205');
  const shared = [...pointsOf('3202')].filter((place) => other.has(place));
  expect(shared.length).toBeGreaterThan(20);
});

const point = fc.tuple(fc.integer({ min: 11600, max: 12200 }), fc.integer({ min: 3000, max: 3600 }));

test('what lies north is above and what lies east is right, whatever the region', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), (points) => {
      const project = projection(points);
      const [one, other] = [points[0]!, points[1]!];
      const [a, b] = [project(one), project(other)];
      if (one[0] < other[0]) expect(a.x).toBeLessThan(b.x);
      if (one[1] < other[1]) expect(a.y).toBeGreaterThan(b.y);
      for (const { x, y } of points.map(project)) {
        expect(x).toBeGreaterThanOrEqual(MAP_SIZE.margin - 1e-6);
        expect(x).toBeLessThanOrEqual(MAP_SIZE.width - MAP_SIZE.margin + 1e-6);
        expect(y).toBeGreaterThanOrEqual(MAP_SIZE.margin - 1e-6);
        expect(y).toBeLessThanOrEqual(MAP_SIZE.height - MAP_SIZE.margin + 1e-6);
      }
    }),
  );
  expect(readRing('1,2 3,4')).toEqual([
    [1, 2],
    [3, 4],
  ]);
});
