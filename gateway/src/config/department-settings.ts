import { clientTlsSettings } from '@yiwang/service/tls';
import { z } from 'zod';
import { count } from '../util/settings.ts';

const MEBIBYTE = 1024 * 1024;

/** The policy of departments. DEPARTMENT_OVERRIDES sets the same for single ones, by these names and within the same bounds. */
const POLICY = {
  timeoutMs: count(10_000, 100, 600_000),
  connectTimeoutMs: count(2_000, 0, 600_000),
  connections: count(64, 1, 10_000),
  queue: count(1_000, 0, 1_000_000),
  retries: count(2, 0, 10),
  failures: count(5, 0, 1_000),
  pauseMs: count(1_000, 10, 600_000),
};
const OVERRIDES = z.strictObject(POLICY).partial();
type Overrides = Partial<Record<keyof typeof POLICY, number>>;
const ENTRY = /^([a-z][a-z0-9-]*)\.(\w+)=(\d+)$/;

/** A setting of what differs for single departments; nothing by default. */
const departmentOverrides = () =>
  z
    .string()
    .default('')
    .transform((text, context): Readonly<Record<string, Overrides>> => {
      const byDepartment: Record<string, Record<string, number>> = {};
      for (const entry of text.split(',').map((one) => one.trim())) {
        if (entry === '') continue;
        const [, department, name, value] = ENTRY.exec(entry) ?? [];
        const problem =
          department === undefined
            ? 'is not department.setting=number'
            : OVERRIDES.safeParse({ [name!]: value }).error?.issues[0]?.message;
        if (problem)
          context.addIssue(`"${entry}" ${department === undefined ? problem : `is wrong: ${problem}`}`);
        else (byDepartment[department!] ??= {})[name!] = Number(value);
      }
      return byDepartment;
    });

/** The settings of how departments are asked; see docs/limits.md. */
export const departmentSettings = {
  DEPARTMENT_TIMEOUT_MS: POLICY.timeoutMs.describe(
    'Milliseconds in which a department must answer one request completely.',
  ),
  DEPARTMENT_ANSWER_LIMIT_BYTES: count(64 * MEBIBYTE, 1024, 512 * MEBIBYTE).describe(
    'Maximum size of a department’s answer to one request, in bytes.',
  ),
  DEPARTMENT_CONNECT_TIMEOUT_MS: POLICY.connectTimeoutMs.describe(
    'Milliseconds in which a connection to a department must open; 0 for no limit but DEPARTMENT_TIMEOUT_MS.',
  ),
  DEPARTMENT_CONNECTIONS: POLICY.connections.describe(
    'Maximum number of open connections to one department, and of requests that it works on at once.',
  ),
  DEPARTMENT_QUEUE: POLICY.queue.describe(
    'Maximum number of requests that wait for one of those connections; further ones are refused at once.',
  ),
  DEPARTMENT_RETRIES: POLICY.retries.describe(
    'How often a read is sent again when the connection broke before any answer; a mutation only when no connection was made. At most a tenth of all requests.',
  ),
  DEPARTMENT_FAILURES: POLICY.failures.describe(
    'After so many requests in a row without an answer a department is paused: the gateway asks it no more and says so at once. 0 for never.',
  ),
  DEPARTMENT_PAUSE_MS: POLICY.pauseMs.describe(
    'Milliseconds of the first pause. Then one request tries again; while that fails, each pause is twice as long as the one before, up to ten times this.',
  ),
  ...clientTlsSettings,
  DEPARTMENT_OVERRIDES: departmentOverrides().describe(
    'What differs for single departments, with commas between them, such as `tax.timeoutMs=3000,land.connections=16`: timeoutMs, connectTimeoutMs, connections, queue, retries, failures and pauseMs, as the DEPARTMENT_ settings above.',
  ),
};
