// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- types of a module cannot be imported before it has any
/// <reference path="../undici-agent.d.ts" />
import Agent from 'undici/lib/dispatcher/agent.js';
import type { EngineOptions } from '../../core/engine-options.ts';
import type { OpenEvents } from './event-stream.ts';
import { openSse } from './open-sse.ts';
import { connectOptions } from '../tls-connector.ts';
import { openWebSocket } from './open-websocket.ts';

export type EventOptions = Pick<
  EngineOptions,
  'timeoutMs' | 'answerLimitBytes' | 'subscriptionUrls' | 'tlsOf'
>;

/** Opens subscriptions at subgraphs. Each has its own connection, separate from those of requests. */
export function createOpenEvents(options: EventOptions): { open: OpenEvents; close(): Promise<void> } {
  const { subscriptionUrls = {}, tlsOf } = options;
  const agents = new Map<string, Agent>();

  /** One for all, but where each may have a certificate of its own. */
  function agentOf(subgraph: string): Agent {
    const name = tlsOf ? subgraph : '';
    let agent = agents.get(name);
    if (!agent) {
      const connect = connectOptions(tlsOf, subgraph, 0);
      agent = new Agent({ connectTimeout: 0, headersTimeout: 0, bodyTimeout: 0, ...connect });
      agents.set(name, agent);
    }
    return agent;
  }

  return {
    open(subgraph, body, assertionProvider, observer) {
      const url = Object.hasOwn(subscriptionUrls, subgraph.name)
        ? subscriptionUrls[subgraph.name]!
        : subgraph.url;
      return /^wss?:/i.test(url)
        ? openWebSocket(subgraph, url, body, assertionProvider, options, observer)
        : openSse(agentOf(subgraph.name), subgraph, url, body, assertionProvider, options, observer);
    },
    close: async () => void (await Promise.all([...agents.values()].map((agent) => agent.destroy()))),
  };
}
