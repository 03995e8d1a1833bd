import { seconds } from './terminal.ts';
import type { DepartmentAddress } from './department-address.ts';

export interface SystemSummary {
  /** From the first step to the last answer. */
  milliseconds: number;
  /** Without a path. */
  gateway: string;
  departments: readonly DepartmentAddress[];
  logs: string;
  /** A query that the system answers; null when it holds nothing to ask for. */
  firstQuery: string | null;
  /** Private key of the built-in issuer. */
  issuerKey: string;
}

/** What a person needs to know when all is up. */
export function describeSystem({
  milliseconds,
  gateway,
  departments,
  logs,
  firstQuery,
  issuerKey,
}: SystemSummary): string {
  const row = (name: string, value: string) => `  ${name.padEnd(12)} ${value}`;
  return [
    `\nReady in ${seconds(milliseconds)}.\n`,
    row('one schema', `${gateway}/graphql  (in a browser: GraphiQL)`),
    ...departments.map(({ name, url }) => row(name, url)),
    row('logs', logs),
    ...(firstQuery ? ['\nA first query:', `  ${curl(gateway, firstQuery)}`] : []),
    '\nA token to sign in with, for the header authorization: Bearer …',
    `  npm run --silent yiwang -- token --client desk --department ${departments[0]?.name ?? 'tax'} --key ${issuerKey}`,
    '\nCtrl-C stops everything.',
  ].join('\n');
}

function curl(gateway: string, query: string): string {
  // Neither our queries nor codes hold an apostrophe, the one character the shell would take.
  return `curl -s ${gateway}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}
