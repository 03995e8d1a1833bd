import type { Counter, Histogram } from 'prom-client';

/**
 * The metrics of one process, in the words of Prometheus. Names begin with `yiwang_`, and docs/observability.md has each of them.
 *
 * Values of labels come from lists that are bounded: a client must not be able to make a series, nor put its data into one.
 */
export interface Metrics extends AsyncDisposable {
  /** Where Prometheus reads them. */
  readonly url: string;
  counter<Label extends string>(name: string, help: string, labels: readonly Label[]): Counter<Label>;
  /** Of seconds. */
  histogram<Label extends string>(name: string, help: string, labels: readonly Label[]): Histogram<Label>;
  /** @param read called whenever Prometheus asks, so it must cost nothing */
  gauge<Label extends string>(name: string, help: string, labels: readonly Label[], read: Read<Label>): void;
  /** As `gauge`, of what counts up elsewhere. */
  total<Label extends string>(name: string, help: string, labels: readonly Label[], read: Read<Label>): void;
  /**
   * A gauge that costs a query. It is read at most every `everyMs`; while it cannot be read it is left out, and
   * `yiwang_metrics_unreadable` says so.
   */
  sampledGauge<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    read: () => Promise<readonly Sample<Label>[]>,
    everyMs?: number,
  ): void;
}

/** A value with its labels. */
export type Sample<Label extends string = string> = readonly [
  labels: Readonly<Record<Label, string>>,
  value: number,
];

export type Read<Label extends string> = () => Iterable<Sample<Label>>;
