import { runService, type ServiceSpec } from './service.ts';
import type { Terminal } from './terminal.ts';

export interface Services extends AsyncDisposable {
  /** Resolves when each has answered; rejects with the first that does not come up. */
  ready: Promise<unknown>;
  /** As `ready`, of the one with this name. */
  readyOf(name: string): Promise<void>;
}

/**
 * Runs all services, started at once.
 *
 * @param fronts who asks others, such as portal and gateway: they end before the others, one after another, so that each can still
 * answer what it has begun
 */
export function runServices(
  fronts: readonly ServiceSpec[],
  others: readonly ServiceSpec[],
  terminal: Terminal,
): Services {
  const asking = fronts.map((spec) => runService(spec, terminal));
  const asked = others.map((spec) => runService(spec, terminal));
  const all = [...asking, ...asked];
  const ready = Promise.all(all.map((service) => service.ready));
  ready.catch(() => {}); // told to whoever waits; nobody may, when the start is broken off
  return {
    ready,
    readyOf: async (name) => all.find((service) => service.name === name)?.ready,
    async [Symbol.asyncDispose]() {
      for (const service of asking) await service[Symbol.asyncDispose]();
      await Promise.all(asked.map((service) => service[Symbol.asyncDispose]()));
    },
  };
}
