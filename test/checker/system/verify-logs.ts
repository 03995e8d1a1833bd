import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { readPrivateKey, signClientToken } from '@yiwang/identity';
import { ROOT } from '../../support/compose-file.ts';

/** What `yiwang verify-log --json` says of one log. */
interface VerifiedLog {
  gateway: string;
  finding: { reason: string; sequence: number; message: string } | null;
}

/** Of one process of a department. */
export interface DepartmentAddress {
  name: string;
  url: string;
}

/**
 * Verifies chains, seals and anchors of all access logs, as an auditor does.
 *
 * @param addresses of all processes of departments; those of the registry when left out
 * @returns a line for each finding. UNLOGGED is not among them: whether it is a hole depends on when a gateway was killed.
 * @throws Error when it could not be determined
 */
export async function verifyLogs(
  system: LocalSystem,
  addresses: readonly DepartmentAddress[] = [],
): Promise<string[]> {
  const issuer = await readPrivateKey(await readFile(system.keys.issuer, 'utf8'));
  const scopes = ['accesses:read', 'sensitive:read', 'registry:read'];
  const auditor = { id: 'auditor', user: null, department: null, scopes };
  const args = [
    'verify-log',
    '--json',
    '--settle',
    '1',
    '--auditor-key',
    join(dirname(system.keys.issuer), 'auditor.key'),
    ...addresses.flatMap(({ name, url }) => ['--department', `${name}=${url}`]),
  ];
  const { code, output, errors } = await run(args, {
    YIWANG_REGISTRY: system.registry,
    YIWANG_TOKEN: await signClientToken(issuer, auditor, 600),
  });
  if (code !== 0 && code !== 1) throw new Error(`The access logs could not be verified: ${errors}${output}`);
  const logs = JSON.parse(output) as VerifiedLog[];
  return logs.flatMap(({ gateway, finding }) =>
    finding && finding.reason !== 'UNLOGGED'
      ? [`${finding.reason} in the log of ${gateway} at record ${finding.sequence}: ${finding.message}`]
      : [],
  );
}

interface Ended {
  code: number;
  output: string;
  errors: string;
}

function run(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['packages/cli/bin/yiwang.mjs', ...args],
      { cwd: ROOT, env: { ...process.env, ...settings }, maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 2;
        resolve({ code, output, errors });
      },
    );
  });
}
