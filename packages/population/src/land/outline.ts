import type { Stream } from '../stream.ts';
import { CELL, type Plot } from './plots.ts';

/** Degrees of WGS 84. */
export type Position = [longitude: number, latitude: number];
/** The corners of an outline, counter-clockwise; the first is not repeated at the end. */
export type Ring = readonly Position[];

/** An outline with the area that belongs to it. */
export interface Outline {
  /** Degrees of WGS 84 with 6 decimals (0.1 m), counter-clockwise. */
  ring: Ring;
  /** Hundredths of a square metre. */
  areaHundredthsM2: number;
}

/** The most by which a corner stands in from that of a rectangle, as a share of the side. */
const CROOKEDNESS = 0.12;

/**
 * A crooked rectangle within a plot, for parcel k of enterprise i.
 *
 * @param sides least and most length of a side, in metres; short ones are more common
 */
export function drawOutline(
  stream: Stream,
  i: number,
  k: number,
  plot: Plot,
  sides: readonly [number, number],
): Outline {
  // 16 draws a parcel are plenty; parcel k + 1 begins behind them.
  let draw = 16 * k;
  const uniform = () => stream.uniform(i, draw++);
  const { perLongitude, perLatitude } = metresPerDegree(plot.south);
  const side = () => sides[0] + (sides[1] - sides[0]) * uniform() ** 2;
  const width = Math.min(side() / perLongitude, CELL);
  const height = Math.min(side() / perLatitude, CELL);
  const west = plot.west + uniform() * (CELL - width);
  const south = plot.south + uniform() * (CELL - height);
  const inward = () => uniform() * CROOKEDNESS;
  const corner = (x: number, y: number): Position => [round(west + x * width), round(south + y * height)];
  const ring = [
    corner(inward(), inward()),
    corner(1 - inward(), inward()),
    corner(1 - inward(), 1 - inward()),
    corner(inward(), 1 - inward()),
  ];
  return { ring, areaHundredthsM2: Math.round(areaInDegrees(ring) * perLongitude * perLatitude * 100) };
}

/** Lengths of a degree at a latitude on the ellipsoid of WGS 84, in metres. */
export function metresPerDegree(latitude: number): { perLongitude: number; perLatitude: number } {
  const phi = (latitude * Math.PI) / 180;
  return {
    perLongitude: 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    perLatitude: 111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  };
}

/** Square degrees; the corners counter-clockwise. */
function areaInDegrees(ring: Ring): number {
  const [originX, originY] = ring[0]!;
  let doubled = 0;
  for (let c = 1; c < ring.length - 1; c++) {
    const [x, y] = ring[c]!;
    const [nextX, nextY] = ring[c + 1]!;
    doubled += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return doubled / 2;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
