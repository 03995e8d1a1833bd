import Agent from 'undici/lib/dispatcher/agent.js';
import type { EngineOptions } from '../../engine-options.ts';
import type { OpenEvents } from './event-stream.ts';
import { openSse } from './open-sse.ts';
import { openWebSocket } from './open-websocket.ts';

export type EventOptions = Pick<EngineOptions, 'timeoutMs' | 'answerLimitBytes' | 'subscriptionUrls'>;

/** Subscriptions at departments. Each has a connection of its own, apart from those of requests. */
export function createOpenEvents(options: EventOptions): { open: OpenEvents; close(): Promise<void> } {
  const { subscriptionUrls = {} } = options;
  const agent = new Agent({ connectTimeout: 0, headersTimeout: 0, bodyTimeout: 0 });
  return {
    open(department, body, voucher) {
      const url = Object.hasOwn(subscriptionUrls, department.name)
        ? subscriptionUrls[department.name]!
        : department.url;
      return /^wss?:/i.test(url)
        ? openWebSocket(department, url, body, voucher, options)
        : openSse(agent, department, url, body, voucher, options);
    },
    close: () => agent.destroy(),
  };
}
