const ROUNDS = 10;
const MULTIPLIER = 0xd256d193;
const KEY_STEP = 0x9e3779b9;
const HALF = 0x10000;

/**
 * Philox-2x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", 2011):
 * a bijection of two 32-bit counters under a 32-bit key whose results pass the common tests of randomness.
 *
 * It holds no state, so number n is as cheap as number 1. Whole numbers only, hence equal everywhere.
 *
 * @param out gets the two 32-bit results; a parameter because this is the innermost loop and must not allocate
 */
export function philox2x32(counter0: number, counter1: number, key: number, out: Uint32Array): void {
  let left = counter0 >>> 0;
  let right = counter1 >>> 0;
  let roundKey = key >>> 0;
  for (let round = 0; round < ROUNDS; round++) {
    // The 64-bit product left × MULTIPLIER in two halves, each partial product below 2^53.
    const low = (left & 0xffff) * MULTIPLIER;
    const high = (left >>> 16) * MULTIPLIER + Math.floor(low / HALF);
    const productHigh = Math.floor(high / HALF);
    const productLow = Math.imul(left, MULTIPLIER);
    left = (productHigh ^ roundKey ^ right) >>> 0;
    right = productLow >>> 0;
    roundKey = (roundKey + KEY_STEP) >>> 0;
  }
  out[0] = left;
  out[1] = right;
}
