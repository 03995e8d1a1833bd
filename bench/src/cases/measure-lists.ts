import { ask, type Operation } from '../processes/ask.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';
import type { FilledCases } from './fill-cases.ts';

const NODE = '{ number state receivedOn dueOn isOverdue serviceItem { name } }';
const PAGE = `edges { node ${NODE} } pageInfo { hasNextPage endCursor }`;
const HEAD = ['list of 50', 'cases', 'p50 ms', 'p99 ms', 'under 50 ms'];
const BOUND_MS = 50;

/** Headers of those who ask. */
export interface ListReaders {
  person: Record<string, string>;
  official: Record<string, string>;
}

/** Times lists at the gateway, one request at a time; returns a table. */
export async function measureLists(
  url: string,
  { enterprise, counts }: FilledCases,
  readers: ListReaders,
  repeats: number,
): Promise<string> {
  const lists: [name: string, count: number, operation: Operation][] = [
    [
      '`myCases` of a person',
      counts.person,
      { query: `{ myCases(first: 50) { ${PAGE} } }`, variables: {}, headers: readers.person },
    ],
    [
      '… with totalCount',
      counts.person,
      { query: `{ myCases(first: 50) { totalCount ${PAGE} } }`, variables: {}, headers: readers.person },
    ],
    [
      '`Enterprise.cases`',
      counts.enterprise,
      {
        query: `query ($uscc: USCC!) { enterprise(uscc: $uscc) { name cases(first: 50) { ${PAGE} } } }`,
        variables: { uscc: enterprise },
        headers: readers.official,
      },
    ],
    [
      '… with totalCount',
      counts.enterprise,
      {
        query: `query ($uscc: USCC!) { enterprise(uscc: $uscc) { name cases(first: 50) { totalCount ${PAGE} } } }`,
        variables: { uscc: enterprise },
        headers: readers.official,
      },
    ],
    [
      '`caseInbox` of an official',
      counts.official,
      { query: `{ caseInbox(first: 50) { ${PAGE} } }`, variables: {}, headers: readers.official },
    ],
    [
      '… with totalCount',
      counts.official,
      { query: `{ caseInbox(first: 50) { totalCount ${PAGE} } }`, variables: {}, headers: readers.official },
    ],
    [
      '… what is overdue',
      counts.official,
      {
        query: `{ caseInbox(filter: { overdue: true }, first: 50) { ${PAGE} } }`,
        variables: {},
        headers: readers.official,
      },
    ],
  ];
  const rows: string[][] = [];
  for (const [name, count, operation] of lists) {
    say(`cases: ${name}`);
    const times: number[] = [];
    // The first ones plan and warm up.
    for (let i = -5; i < repeats; i += 1) {
      const began = performance.now();
      const { data, errors } = await ask(url, operation);
      if (i >= 0) times.push(performance.now() - began);
      if (!data || errors) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 500)}`);
    }
    times.sort((a, b) => a - b);
    const p50 = quantile(times, 0.5);
    rows.push([
      name,
      String(count),
      figure(p50),
      figure(quantile(times, 0.99)),
      p50 < BOUND_MS ? 'yes' : '**no**',
    ]);
  }
  return markdownTable(HEAD, rows);
}
