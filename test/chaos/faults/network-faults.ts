import type { LinkState } from '../network/switch.ts';
import type { Fault } from './fault.ts';

const HOSTS = ['gateway', 'permits', 'postgres', 'redis'] as const;
const STATES: readonly [name: string, title: string, state: Partial<LinkState>][] = [
  ['loss-5', 'loses 5 % of its packets', { loss: 0.05 }],
  ['loss-30', 'loses 30 % of its packets', { loss: 0.3 }],
  ['delay-200', 'is 200 ms farther away', { delayMs: 200 }],
  ['delay-5000', 'is 5 s farther away', { delayMs: 5000 }],
  ['cut', 'is cut off', { isDeaf: true, isMute: true }],
  ['mute', 'hears and is not heard', { isMute: true }],
  ['deaf', 'is heard and does not hear', { isDeaf: true }],
];

/** Faults of the network of one host. */
export const NETWORK_FAULTS: readonly Fault[] = HOSTS.flatMap((host) =>
  STATES.map(([name, title, state]) => ({
    name: `${name}-${host}`,
    title: `${host} ${title}`,
    async begin({ hosts }) {
      hosts.set(host, state);
      return () => hosts.set(host, {});
    },
  })),
);
