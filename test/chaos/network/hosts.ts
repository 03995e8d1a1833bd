import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@yiwang/testing/random-graph';
import { run } from './run.ts';
import { type LinkState, Switch } from './switch.ts';

const NETWORK = '10.77.0';
const OUR_PORTS = 20_000;
const THEIR_PORTS = 21_000;
const MTU = '1500';

/** Hosts with names and addresses of their own, each in a network namespace of its own. */
export interface Hosts extends Disposable {
  /** The program and arguments that run a command on a host. */
  commandOn(host: string, command: readonly string[]): [program: string, args: string[]];
  /** Changes what becomes of the packets of a host; what is left out is sound. */
  set(host: string, state: Partial<LinkState>): void;
  /** Lets the name of a host lead to another one. */
  rename(host: string, to: string): Promise<void>;
}

/**
 * Makes the hosts. This process must be in namespaces of its own (see `enter-namespaces.ts`): it is the host `client`, and what is made here ends with it.
 *
 * @param others names of the other hosts
 * @param folder for the file of hosts
 */
export async function makeHosts(others: readonly string[], folder: string, random: Random): Promise<Hosts> {
  const all = ['client', ...others];
  const addressOf = (host: string) => {
    const index = all.indexOf(host);
    if (index < 0) throw new Error(`There is no host ${host}.`);
    return `${NETWORK}.${index + 1}`;
  };
  const file = join(folder, 'hosts');
  const names = new Map(all.map((name) => [name, addressOf(name)]));
  const writeNames = () =>
    writeFile(
      file,
      ['127.0.0.1 localhost', ...[...names].map(([name, at]) => `${at} ${name}`), ''].join('\n'),
    );
  await writeNames();
  await run('mount', '--bind', file, '/etc/hosts');
  await run('ip', 'link', 'set', 'lo', 'up');

  const network = new Switch(random);
  const wires: ChildProcess[] = [];
  for (const [index, name] of all.entries()) {
    const ports = { ours: OUR_PORTS + index, theirs: THEIR_PORTS + index };
    await network.connect(addressOf(name), ports);
    wires.push(await plugIn(name, addressOf(name), ports));
  }
  return {
    commandOn: (host, command) =>
      host === 'client' ? [command[0]!, command.slice(1)] : ['ip', ['netns', 'exec', host, ...command]],
    set: (host, state) => network.set(addressOf(host), state),
    rename(host, to) {
      names.set(host, addressOf(to));
      // Written in place: the file of hosts is mounted.
      return writeNames();
    },
    [Symbol.dispose]() {
      for (const wire of wires) wire.kill();
      network[Symbol.dispose]();
    },
  };
}

/** Gives a host a network device whose packets socat passes on as datagrams. */
async function plugIn(host: string, address: string, { ours, theirs }: { ours: number; theirs: number }) {
  const device = `wire${theirs - THEIR_PORTS}`;
  const wire = spawn(
    'socat',
    [`TUN,tun-name=${device},iff-no-pi`, `UDP4:127.0.0.1:${ours},bind=127.0.0.1:${theirs}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  while (!(await exists(device))) {
    if (wire.exitCode !== null) throw new Error('socat cannot make a TUN device.');
    await sleep(20);
  }
  let here: string[] = [];
  if (host !== 'client') {
    await run('ip', 'netns', 'add', host);
    await run('ip', 'link', 'set', device, 'netns', host);
    here = ['-n', host];
    await run('ip', ...here, 'link', 'set', 'lo', 'up');
  }
  await run('ip', ...here, 'address', 'add', `${address}/24`, 'dev', device);
  await run('ip', ...here, 'link', 'set', device, 'mtu', MTU, 'up');
  return wire;
}

function exists(device: string): Promise<boolean> {
  return run('ip', 'link', 'show', device).then(
    () => true,
    () => false,
  );
}
