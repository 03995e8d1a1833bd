import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../checker/finding.ts';
import type { ChaosSystem } from '../system/chaos-system.ts';
import type { Fault } from './fault.ts';
import { postmasterOf } from './postgres-faults.ts';

/** Of Debian's package libfaketime. It changes what a process reads of the time of day; timers go by another clock, which goes on. */
const LIBRARY = [
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketime.so.1`,
].find((file) => existsSync(file));

const JUMPS = [
  ['ahead', '+3600', 'an hour ahead'],
  ['back', '-3600', 'an hour back'],
] as const;

/** The clock of one process jumps, and jumps back. */
export const CLOCK_FAULTS: readonly Fault[] = ['gateway', 'permits', 'postgres'].flatMap((name) =>
  JUMPS.map(([way, offset, words]): Fault => ({
    name: `clock-${way}-${name}`,
    title: `the clock of ${name} jumps ${words}`,
    breaksOff: name,
    // The exchange takes no record of the future: the gateway keeps what it wrote then until that time has come.
    ...(name === 'gateway' && way === 'ahead' && { explains: isNotHandedOver }),
    async prepare(system) {
      if (!LIBRARY) throw new Error('Jumps of the clock need Debian’s package libfaketime.');
      const file = fileOf(system.data, name);
      await writeFile(file, '+0');
      await restart(system, name, {
        LD_PRELOAD: LIBRARY,
        FAKETIME_TIMESTAMP_FILE: file,
        FAKETIME_CACHE_DURATION: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      });
    },
    async begin(system) {
      await writeFile(fileOf(system.data, name), offset);
      return () => writeFile(fileOf(system.data, name), '+0');
    },
  })),
);

function fileOf(data: string, name: string): string {
  return join(data, `clock-of-${name}`);
}

async function restart(system: ChaosSystem, name: string, env: Readonly<Record<string, string>>) {
  if (name !== 'postgres') return system.processes.get(name)!.kill(env);
  // The program that starts the server ends with it, and would leave the server behind if it were killed itself.
  system.database.process.setNext(env);
  process.kill(await postmasterOf(system.database), 'SIGINT');
}

function isNotHandedOver({ rule, message }: Finding): boolean {
  return rule === 'BROKEN_LOG' && message.startsWith('CUT_OFF in the log of gateway');
}
