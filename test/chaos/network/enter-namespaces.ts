import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Set in the process that is inside. */
const INSIDE = 'YIWANG_CHAOS_INSIDE';
const PROGRAMS = ['unshare', 'ip', 'mount', 'socat', 'redis-server', 'nats-server'];

export const isInside = process.env[INSIDE] === '1';

/** What is missing on this machine for namespaces and hosts; null when nothing is. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it makes network namespaces, and so needs root';
  const missing = PROGRAMS.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (missing.length > 0) return `it needs ${missing.join(', ')}`;
  const tried = spawnSync('unshare', [...FLAGS, 'sh', '-c', 'ip tuntap add dev try mode tun'], {
    encoding: 'utf8',
  });
  return tried.status === 0
    ? null
    : `this machine makes no namespaces with TUN devices (${tried.stderr.trim()})`;
}

/** What is made inside, such as mounts, hosts and processes, ends with the first process. */
const FLAGS = ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];

/** Runs this program once more, in namespaces of its own. @returns its exit code */
export async function enterNamespaces(args: readonly string[]): Promise<number> {
  const child = spawn('unshare', [...FLAGS, process.execPath, ...process.execArgv, ...args], {
    env: { ...process.env, [INSIDE]: '1' },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return (code as number | null) ?? 1;
}
