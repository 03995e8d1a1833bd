import { JIANGSU } from './jiangsu.ts';

/** One city on the map. */
export interface MapCity {
  code: string;
  /** Of an SVG path. */
  outline: string;
  /** Where its name stands. */
  label: { x: number; y: number };
}

export const MAP_SIZE = { width: 640, height: 600, margin: 8 };

/** Of the names, where the seat of the government lies too near to a border or to another name. */
const LABELS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  '3201': [0, 14],
  '3202': [-4, -4],
  '3203': [0, 6],
  '3204': [-20, 2],
  '3206': [16, 12],
  '3208': [-6, -18],
  '3209': [-18, -10],
  '3210': [0, -26],
  '3211': [-2, 14],
  '3212': [6, -14],
  '3213': [-4, -6],
};

type Points = readonly (readonly [x: number, y: number])[];

/** From degrees in hundredths to places in the picture, north above. A degree of longitude is shorter than one of latitude. */
export function projection(points: Points): (point: readonly [number, number]) => { x: number; y: number } {
  const east = points.map(([x]) => x);
  const north = points.map(([, y]) => y);
  const [west, south] = [Math.min(...east), Math.min(...north)];
  const top = Math.max(...north);
  const shrink = Math.cos(((south + top) / 2 / 100) * (Math.PI / 180));
  const width = Math.max((Math.max(...east) - west) * shrink, 1e-6);
  const height = Math.max(top - south, 1e-6);
  const { margin } = MAP_SIZE;
  const scale = Math.min((MAP_SIZE.width - 2 * margin) / width, (MAP_SIZE.height - 2 * margin) / height);
  const left = (MAP_SIZE.width - width * scale) / 2;
  const bottom = MAP_SIZE.height - (MAP_SIZE.height - height * scale) / 2;
  return ([x, y]) => ({ x: left + (x - west) * shrink * scale, y: bottom - (y - south) * scale });
}

/** Reads a ring of `x,y` with blanks between. */
export function readRing(text: string): Points {
  return text.split(' ').map((pair) => {
    const [x, y] = pair.split(',').map(Number);
    return [x!, y!] as const;
  });
}

let drawn: readonly MapCity[] | null = null;

/** The cities of Jiangsu, by code. Drawn once. */
export function mapCities(): readonly MapCity[] {
  if (drawn) return drawn;
  const cities = JIANGSU.map(({ code, center, rings }) => ({ code, center, rings: rings.map(readRing) }));
  const project = projection(cities.flatMap(({ rings }) => rings.flat()));
  drawn = cities.map(({ code, center, rings }) => {
    const [dx, dy] = LABELS[code] ?? [0, 0];
    const { x, y } = project(center);
    const outline = rings.map((ring) => `M${ring.map((point) => place(project(point))).join('L')}Z`).join('');
    return { code, outline, label: { x: Math.round(x + dx), y: Math.round(y + dy) } };
  });
  return drawn;
}

function place({ x, y }: { x: number; y: number }): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
