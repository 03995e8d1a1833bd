import { ask } from '../processes/ask.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';

/** One to four characters, from those in nearly every name to those in none. */
export const NAMES: readonly string[] = [
  ...['公', '鑫', '龘'],
  ...['公司', '科技', '京桥'],
  ...['混凝土', '有限公', '京桥混'],
  ...['有限公司', '电子商务', '京桥混凝'],
];

const PAGE = `query Page($name: String!) {
  enterprises(filter: { name: $name }, first: 20) { edges { node { uscc name } } pageInfo { hasNextPage } }
}`;
const COUNT = 'query Count($name: String!) { enterprises(filter: { name: $name }, first: 1) { totalCount } }';

export interface SearchOptions {
  names: readonly string[];
  repeats: number;
}

/** Times searches by name at a running system, one at a time, page and count apart; prints a table. */
export async function measureSearch(url: string, { names, repeats }: SearchOptions): Promise<void> {
  const rows: string[][] = [];
  for (const name of names) {
    say(`search: ${name}`);
    const page = await timeOf(url, PAGE, name, repeats);
    const count = await timeOf(url, COUNT, name, repeats);
    const { totalCount } = (count.data as { enterprises: { totalCount: number | null } }).enterprises;
    rows.push([
      name,
      totalCount === null ? 'too many' : String(totalCount),
      ...page.figures,
      ...count.figures,
    ]);
  }
  const head = ['name', 'found', 'page p50 ms', 'p95', 'most', 'count p50 ms', 'p95', 'most'];
  process.stdout.write(
    `### search by part of a name, ${repeats} times each\n\n${markdownTable(head, rows)}\n\n`,
  );
}

/** @throws Error when the system answers with errors */
async function timeOf(url: string, query: string, name: string, repeats: number) {
  const milliseconds: number[] = [];
  let data: unknown;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const asked = performance.now();
    const answer = await ask(url, { query, variables: { name } });
    milliseconds.push(performance.now() - asked);
    if (answer.errors) throw new Error(`The search for ${name} fails: ${JSON.stringify(answer.errors)}`);
    data = answer.data;
  }
  milliseconds.sort((a, b) => a - b);
  return {
    data,
    figures: [quantile(milliseconds, 0.5), quantile(milliseconds, 0.95), milliseconds.at(-1)!].map(figure),
  };
}
