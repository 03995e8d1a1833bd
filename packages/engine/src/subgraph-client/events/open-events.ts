// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- types of a module cannot be imported before it has any
/// <reference path="../undici-agent.d.ts" />
import Agent from 'undici/lib/dispatcher/agent.js';
import type { EngineOptions } from '../../core/engine-options.ts';
import type { OpenEvents } from './event-stream.ts';
import { openSse } from './open-sse.ts';
import { openWebSocket } from './open-websocket.ts';

export type EventOptions = Pick<EngineOptions, 'timeoutMs' | 'answerLimitBytes' | 'subscriptionUrls'>;

/** Opens subscriptions at subgraphs. Each has its own connection, separate from those of requests. */
export function createOpenEvents(options: EventOptions): { open: OpenEvents; close(): Promise<void> } {
  const { subscriptionUrls = {} } = options;
  const agent = new Agent({ connectTimeout: 0, headersTimeout: 0, bodyTimeout: 0 });
  return {
    open(subgraph, body, assertionProvider) {
      const url = Object.hasOwn(subscriptionUrls, subgraph.name)
        ? subscriptionUrls[subgraph.name]!
        : subgraph.url;
      return /^wss?:/i.test(url)
        ? openWebSocket(subgraph, url, body, assertionProvider, options)
        : openSse(agent, subgraph, url, body, assertionProvider, options);
    },
    close: () => agent.destroy(),
  };
}
