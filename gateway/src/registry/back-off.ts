const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;

/**
 * Milliseconds until the next attempt after so many failures in a row: up to 0.25 s, 0.5 s … 10 s, and at least half of
 * that, by chance, so that many gateways do not come back at the same moment.
 */
export function backOffMs(failures: number): number {
  const longest = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
  return longest * (0.5 + Math.random() / 2);
}
