import { PAIRED } from '../system/pairs.ts';
import type { Fault } from './fault.ts';
import { POSTGRES_FAULTS } from './postgres-faults.ts';

/** Faults of a system in which two processes of some services run behind a balancer. */
export const PAIR_FAULTS: readonly Fault[] = [
  ...PAIRED.flatMap((name): Fault[] => [
    {
      name: `kill-one-${name}`,
      title: `kill -9 of one of two processes of ${name}`,
      breaksOff: name,
      async begin({ processes }) {
        processes.get(name)!.kill();
        return null;
      },
    },
    {
      name: `cut-one-${name}`,
      title: `one of two processes of ${name} is cut off`,
      breaksOff: name,
      async begin({ hosts }) {
        hosts.set(name, { isDeaf: true, isMute: true });
        return () => hosts.set(name, {});
      },
    },
    {
      name: `restart-one-${name}`,
      title: `one of two processes of ${name} is told to stop, and is started again`,
      breaksOff: name,
      async begin({ processes }) {
        processes.get(name)!.kill(undefined, 'SIGTERM');
        return null;
      },
    },
  ]),
  ...POSTGRES_FAULTS,
];
