import { COUNTIES } from '../counties.ts';

/** A cell of a county's grid: at most one parcel stands in it while there are cells left. */
export interface Plot {
  /** 3 digits each: 地籍区, 地籍子区. */
  cadastralArea: string;
  cadastralSubArea: string;
  /** 5 digits: 宗地顺序号, unique within the sub-area. */
  number: string;
  /** Corner of the cell in degrees of WGS 84. */
  west: number;
  south: number;
}

/** Side of a cell in degrees: 183–190 m by 222 m in Jiangsu. */
export const CELL = 0.002;

/** Cells along a side of a county's square, which so is 0.1° wide. */
const SIDE = 50;
const CELLS = SIDE * SIDE;
/** Cells along a side of a cadastral sub-area. */
const BLOCK = 10;
/** Shares no divisor with CELLS, so that one step after the other visits every cell, far from the last. */
const STEP = 1021;

/** City centres, longitude and latitude, from general knowledge. */
const CITY_CENTRES: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  '3201': [118.797, 32.06],
  '3202': [120.312, 31.491],
  '3203': [117.284, 34.206],
  '3204': [119.974, 31.811],
  '3205': [120.585, 31.299],
  '3206': [120.894, 31.981],
  '3207': [119.222, 34.597],
  '3208': [119.015, 33.61],
  '3209': [120.163, 33.348],
  '3210': [119.413, 32.394],
  '3211': [119.425, 32.188],
  '3212': [119.923, 32.456],
  '3213': [118.275, 33.963],
};

const SQUARES = new Map(COUNTIES.map(({ code }) => [code, squareOf(code)]));

/**
 * The plot for the county's parcel number `n`, counted from 0. After {@link CELLS} parcels the cells are
 * given a second time: the numbers stay unique, the land overlaps.
 */
export function plotOf(county: string, n: number): Plot {
  const { west, south } = SQUARES.get(county)!;
  const cell = (n * STEP) % CELLS;
  const [row, column] = [Math.floor(cell / SIDE), cell % SIDE];
  const layer = Math.floor(n / CELLS);
  const withinBlock = (row % BLOCK) * BLOCK + (column % BLOCK);
  return {
    cadastralArea: digits(Math.floor(row / BLOCK) + 1, 3),
    cadastralSubArea: digits(Math.floor(column / BLOCK) + 1, 3),
    number: digits(layer * BLOCK * BLOCK + withinBlock + 1, 5),
    west: west + column * CELL,
    south: south + row * CELL,
  };
}

/** The squares of a city's counties stand side by side around its centre, by code. */
function squareOf(county: string): { west: number; south: number } {
  const city = county.slice(0, 4);
  const siblings = COUNTIES.filter(({ code }) => code.startsWith(city));
  const index = siblings.findIndex(({ code }) => code === county);
  const columns = Math.ceil(Math.sqrt(siblings.length));
  const rows = Math.ceil(siblings.length / columns);
  const [longitude, latitude] = CITY_CENTRES[city]!;
  const width = SIDE * CELL;
  return {
    west: longitude + ((index % columns) - columns / 2) * width,
    south: latitude + (Math.floor(index / columns) - rows / 2) * width,
  };
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
