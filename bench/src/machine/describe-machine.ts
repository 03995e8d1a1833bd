import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { BENCH, ROOT } from '../places.ts';

const PACKAGES = [
  '@apollo/gateway',
  '@apollo/server',
  '@graphql-hive/gateway',
  '@graphql-hive/router-query-planner',
  '@mercuriusjs/gateway',
  'mercurius',
  'undici',
  'graphql',
];

/**
 * One Markdown list: when, where and with which versions the figures were taken.
 *
 * @param packages of the benchmarks, whose versions count; none where no peer takes part
 */
export function describeMachine(packages: readonly string[] = PACKAGES): string {
  const versions = packages.map((name) => `${name} ${versionOf(name)}`);
  const memoryGib = Math.round(totalmem() / 1024 ** 3);
  return [
    `- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, revision ${revision()}`,
    `- ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} CPUs, ${memoryGib} GiB, Linux ${release()}`,
    `- load average before the run ${loadavg()[0]!.toFixed(2)}`,
    `- ${[`Node ${process.version}`, ...versions].join(', ')}`,
  ].join('\n');
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, BENCH), 'utf8')).version;
}

/** Of the project, as git knows it; empty where there is no git. */
function revision(): string {
  try {
    const head = readFileSync(new URL('.git/HEAD', ROOT), 'utf8').trim();
    if (!head.startsWith('ref: ')) return head.slice(0, 9);
    return readFileSync(new URL(`.git/${head.slice(5)}`, ROOT), 'utf8').slice(0, 9);
  } catch {
    return 'unknown';
  }
}
