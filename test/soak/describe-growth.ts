import { type Figure, type Series } from './watch-system.ts';
import { lowestOf, type Trend, trendOf } from './trend.ts';

/** Milliseconds of which the lowest sample counts. */
const SPAN_MS = 30_000;

/** Growth in the measured time that is still none: of the mean, and at least so much. Databases grow with what is stored. */
const ALLOWED: Readonly<Record<Figure, { share: number; least: number }>> = {
  'RSS MiB': { share: 0.15, least: 16 },
  'heap MiB': { share: 0.2, least: 12 },
  handles: { share: 0.2, least: 10 },
  'size MiB': { share: Infinity, least: Infinity },
};

/** The trends after the warm-up as Markdown, and what grows. */
export function describeGrowth(series: Series, from: number): { table: string; growing: string[] } {
  const growing: string[] = [];
  const rows = [...series].flatMap(([name, figures]) =>
    [...figures].flatMap(([figure, samples]) => {
      const trend = trendOf(
        lowestOf(
          samples.filter(({ at }) => at >= from),
          SPAN_MS,
        ),
      );
      if (!trend) return [];
      const grows = isGrowing(figure, trend);
      if (grows) growing.push(`${name}: ${figure}`);
      const cells = [trend.from, trend.to, trend.perHour].map((value) => value.toFixed(1));
      return [`| ${name} | ${figure} | ${cells.join(' | ')} | ${grows ? 'grows' : ''} |`];
    }),
  );
  const head = [
    '| process | what | after warm-up | at the end | an hour | |',
    '| --- | --- | ---: | ---: | ---: | --- |',
  ];
  return { table: [...head, ...rows].join('\n'), growing };
}

function isGrowing(figure: Figure, { from, to, mean }: Trend): boolean {
  const { share, least } = ALLOWED[figure];
  return to - from > Math.max(least, share * mean);
}
