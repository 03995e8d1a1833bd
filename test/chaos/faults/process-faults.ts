import { DEPARTMENTS } from '../system/chaos-system.ts';
import type { Fault } from './fault.ts';

const KILLED = ['gateway', ...DEPARTMENTS, 'redis', 'nats'];
const AWAY: readonly [name: string, title: string, process: string][] = [
  ['registry-away', 'the registry (exchange) is away', 'exchange'],
  ['redis-away', 'Redis is away', 'redis'],
  ['nats-away', 'NATS is away', 'nats'],
  ['department-away', 'a department (enterprises) is away', 'enterprises'],
];

/** Faults of processes: killed and started again at once, or away for a time. */
export const PROCESS_FAULTS: readonly Fault[] = [
  ...KILLED.map((name): Fault => ({
    name: `kill-${name}`,
    title: `kill -9 of ${name}`,
    breaksOff: name,
    async begin({ processes }) {
      processes.get(name)!.kill();
      return null;
    },
  })),
  ...AWAY.map(([name, title, process]): Fault => ({
    name,
    title,
    async begin({ processes }) {
      await processes.get(process)!.stop();
      return () => processes.get(process)!.start();
    },
  })),
];
