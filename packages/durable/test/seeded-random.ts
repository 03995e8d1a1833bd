import { createHash, randomUUID } from 'node:crypto';

/** Numbers from 0 up to 1, the same for the same seed. Its `seed` says how to have them again. */
export function seededRandom(seed: string = randomUUID()): (() => number) & { seed: string } {
  let count = 0;
  const next = (): number =>
    createHash('sha256').update(`${seed} ${count++}`).digest().readUInt32BE() / 2 ** 32;
  return Object.assign(next, { seed: `DURABLE_SEED=${seed}` });
}
