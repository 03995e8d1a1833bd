import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Caddy, as Debian has it. */
export const HAS_CADDY = spawnSync('caddy', ['version']).status === 0;

/** What listens, and the processes among which it divides the requests. */
export interface Balanced {
  port: number;
  to: readonly number[];
}

/** Where a balancer listens, and the hosts with ports among which it divides the requests. */
export interface Site {
  at: string;
  to: readonly string[];
}

/** As docs/scale-out.md advises: `/ready` is asked often, and a request that nobody has read yet goes to another process. */
export function caddyfileOf(sites: readonly Site[]): string {
  return `{\n  admin off\n  auto_https off\n}\n${sites.map(siteOf).join('')}`;
}

const siteOf = ({ at, to }: Site) => `
${at} {
  reverse_proxy ${to.join(' ')} {
    lb_policy least_conn
    lb_try_duration 5s
    lb_try_interval 50ms
    health_uri /ready
    health_interval 200ms
    health_timeout 2s
    fail_duration 1s
  }
}
`;

/** A balancer in front of each of these; ends when it is disposed of. */
export async function startCaddy(folder: string, balanced: readonly Balanced[]): Promise<AsyncDisposable> {
  const file = join(folder, 'Caddyfile');
  const sites = balanced.map(({ port, to }) => ({
    at: `http://127.0.0.1:${port}`,
    to: to.map((one) => `127.0.0.1:${one}`),
  }));
  await writeFile(file, caddyfileOf(sites));
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (data) => (output += data));
  const ended = once(child, 'exit');
  // It answers 503 while there is no process behind it.
  while (!(await fetch(`http://127.0.0.1:${balanced[0]!.port}`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`Caddy ended: ${output}`);
    await sleep(50);
  }
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
