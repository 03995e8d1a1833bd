import { runService, type ServiceSpec } from './service.ts';
import type { Terminal } from './terminal.ts';

export interface Services extends AsyncDisposable {
  /** Resolves when each has answered; rejects with the first that does not come up. */
  ready: Promise<unknown>;
  /** As `ready`, of the one with this name. */
  readyOf(name: string): Promise<void>;
}

/**
 * Runs the gateway and the departments, all started at once.
 *
 * @param specs the first is the gateway: it ends before the others, so that it can still answer what it has begun
 */
export function runServices(specs: readonly ServiceSpec[], terminal: Terminal): Services {
  const [gateway, ...departments] = specs.map((spec) => runService(spec, terminal));
  const all = gateway ? [gateway, ...departments] : [];
  const ready = Promise.all(all.map((service) => service.ready));
  ready.catch(() => {}); // told to whoever waits; nobody may, when the start is broken off
  return {
    ready,
    readyOf: async (name) => all.find((service) => service.name === name)?.ready,
    async [Symbol.asyncDispose]() {
      await gateway?.[Symbol.asyncDispose]();
      await Promise.all(departments.map((service) => service[Symbol.asyncDispose]()));
    },
  };
}
