import { philox2x32 } from './philox.ts';
import type { WeightTable } from './weight-table.ts';

/**
 * Random numbers by address: every draw is a pure function of (seed, stream name, i, k), so any
 * process can ask for any draw in any order and all agree.
 *
 * `i` counts the subjects (an enterprise's index), `k` the draws of one subject (its third permit);
 * both are whole numbers from 0 to 2^32 - 1. Two draws from the same stream with the same (i, k) are the
 * same draw: give every fact a stream of its own.
 */
export interface Stream {
  /** In [0, 1), with 53 random bits. */
  uniform(i: number, k?: number): number;
  /** A whole number from min to max, both included. */
  integer(i: number, k: number, min: number, max: number): number;
  /** One of the list, each equally likely. */
  pick<T>(i: number, k: number, list: readonly T[]): T;
  /** One of the table, by weight. */
  weighted<T>(i: number, k: number, table: WeightTable<T>): T;
  /** True with the given probability. */
  chance(i: number, k: number, probability: number): boolean;
}

const TWO_TO_26 = 2 ** 26;
const TWO_TO_53 = 2 ** 53;

/** The stream of this name under this seed. Costs nothing to make; holds no state. */
export function createStream(seed: number, name: string): Stream {
  const key = hashText(`${seed}/${name}`);
  const words = new Uint32Array(2);

  function uniform(i: number, k = 0): number {
    philox2x32(i, k, key, words);
    return ((words[0]! >>> 5) * TWO_TO_26 + (words[1]! >>> 6)) / TWO_TO_53;
  }

  function integer(i: number, k: number, min: number, max: number): number {
    if (!(max >= min)) throw new RangeError(`Stream ${name}: no whole number lies from ${min} to ${max}.`);
    return min + Math.floor(uniform(i, k) * (max - min + 1));
  }

  return {
    uniform,
    integer,
    pick: (i, k, list) => list[integer(i, k, 0, list.length - 1)]!,
    weighted: (i, k, table) => table.at(integer(i, k, 0, table.total - 1)),
    chance: (i, k, probability) => uniform(i, k) < probability,
  };
}

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, so that names that differ little get unlike keys. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
