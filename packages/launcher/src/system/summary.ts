import { dataFolderOf } from '@yiwang/cli/local-system';
import { isLoopback } from '@yiwang/service/settings';
import { describeOrigins } from './local-origins.ts';
import { seconds, type Terminal } from './terminal.ts';
import type { DepartmentAddress } from './department-address.ts';

export interface SystemSummary {
  /** From the first step to the last answer. */
  milliseconds: number;
  /** The pages for people; null when there are none. */
  portal: { url: string; canSignIn: boolean } | null;
  /** Without a path. */
  gateway: string;
  /** Address that the gateway listens on. */
  host: string;
  departments: readonly DepartmentAddress[];
  /** The data folder. */
  data: string;
  logs: string;
  /** Address of the metrics of the gateway; null when there are none. */
  metrics: string | null;
  /** A query that the system answers; null when it holds nothing to ask for. */
  firstQuery: string | null;
  /** Nothing was made up: registers are to be brought. */
  isEmpty: boolean;
}

/** What a person needs to know when all is up. */
export function describeSystem(
  {
    milliseconds,
    portal,
    gateway,
    host,
    departments,
    data,
    logs,
    metrics,
    firstQuery,
    isEmpty,
  }: SystemSummary,
  { link }: Pick<Terminal, 'link'>,
): string {
  const row = (name: string, value: string) => `  ${name.padEnd(12)} ${value}`;
  const origins = describeOrigins(host);
  const option = data === dataFolderOf(undefined) ? '' : ` --data ${data}`;
  return [
    `\nReady in ${seconds(milliseconds)}.\n`,
    ...(portal
      ? [
          row('portal', `${link(`${portal.url}/`)}  (一网通办, in a browser)`),
          ...(portal.canSignIn ? [] : [row('', 'nobody can sign in: OIDC_ISSUER names no provider')]),
        ]
      : []),
    ...(isLoopback(host)
      ? [row(portal ? 'developers' : 'start here', `${link(`${gateway}/`)}  (all addresses, in a browser)`)]
      : []),
    row('one schema', `${link(`${gateway}/graphql`)}  (in a browser: GraphiQL)`),
    ...departments.map(({ name, url }) => row(name, link(url))),
    row('logs', logs),
    ...(metrics ? [row('metrics', `${metrics}  (and all others: docs/observability.md)`)] : []),
    ...(origins ? [row('web pages', origins)] : []),
    ...(isEmpty
      ? [
          '\nNothing is made up here. To bring registers, a .csv file or a folder of them:',
          `  npm run import -- PATH${option}`,
        ]
      : []),
    ...(firstQuery ? ['\nA first query:', `  ${curl(gateway, firstQuery)}`] : []),
    '\nA token with everything for local work, for the header authorization: Bearer …',
    `  npm run --silent yiwang -- token --all${option}`,
    '\nCtrl-C stops everything.',
  ].join('\n');
}

function curl(gateway: string, query: string): string {
  // Neither our queries nor codes hold an apostrophe, the one character the shell would take.
  return `curl -s ${gateway}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}
