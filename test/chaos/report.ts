import type { Seen } from './measure.ts';
import type { ChaosResult } from './run-chaos.ts';

/** A run as Markdown. */
export function describeChaos({ seed, usual, faults, findings, description }: ChaosResult): string {
  const header = [
    'what happens',
    'requests',
    'failed',
    'with',
    'median ms',
    '95 % within ms',
    'slowest ms',
    'as before after s',
  ];
  const rows = [
    ['nothing', ...cellsOf(usual), ''],
    ...faults.map(({ title, during, backMs }) => [
      title,
      ...cellsOf(during),
      backMs === null ? 'not in time' : (backMs / 1000).toFixed(1),
    ]),
  ];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(header),
    line(header.map((_, index) => (index === 0 || index === 3 ? '---' : '---:'))),
    ...rows.map(line),
    '',
    `Lost, doubled, stale or unlogged: ${findings.length}. Seed ${seed}.`,
    '',
    description,
  ].join('\n');
}

function cellsOf({ requests, failed, codes, medianMs, p95Ms, slowestMs }: Seen): string[] {
  const share =
    requests === 0
      ? ''
      : `${((failed / requests) * 100).toFixed(failed > 0 && failed / requests < 0.1 ? 1 : 0)} %`;
  const sorted = [...codes].sort(([, one], [, other]) => other - one);
  return [
    String(requests),
    share,
    sorted.map(([code, count]) => `${count} ${code}`).join(', '),
    ...[medianMs, p95Ms, slowestMs].map(String),
  ];
}
