/** What was measured of one thing, at a moment in milliseconds. */
export interface Sample {
  at: number;
  value: number;
}

/** A straight line through samples. */
export interface Trend {
  /** At the first and the last sample, on the line. */
  from: number;
  to: number;
  /** By how much it grows in an hour. */
  perHour: number;
  mean: number;
}

const HOUR_MS = 3_600_000;

/** The line of least squares through the samples; null for fewer than two. */
export function trendOf(samples: readonly Sample[]): Trend | null {
  if (samples.length < 2) return null;
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = meanOf(samples.map((sample) => sample.at));
  const mean = meanOf(samples.map(({ value }) => value));
  const spread = samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
  const slope = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.value - mean), 0) / spread;
  const on = (moment: number) => mean + slope * (moment - at);
  return { from: on(samples[0]!.at), to: on(samples.at(-1)!.at), perHour: slope * HOUR_MS, mean };
}

/**
 * The lowest sample of each span of time: what a process keeps, without what it has not collected yet.
 *
 * @param spanMs in milliseconds
 */
export function lowestOf(samples: readonly Sample[], spanMs: number): Sample[] {
  const spans = Map.groupBy(samples, ({ at }) => Math.floor(at / spanMs));
  return [...spans.values()].map((some) => some.reduce((low, one) => (one.value < low.value ? one : low)));
}
