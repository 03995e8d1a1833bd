// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- types of a module cannot be imported before it has any
/// <reference path="./undici-agent.d.ts" />
import type { buildConnector } from 'undici';
import build from 'undici/lib/core/connect.js';
import type { SubgraphClientOptions, TlsIdentity } from '../core/subgraph.ts';

/**
 * Options of an agent that connects with what `tlsOf` says of the subgraph at that moment, so that a renewed certificate counts for every
 * further connection. Empty where nothing is said of TLS.
 */
export function connectOptions(
  tlsOf: SubgraphClientOptions['tlsOf'],
  subgraph: string,
  timeoutMs: number,
): { connect?: buildConnector.connector } {
  if (!tlsOf) return {};
  let identity: TlsIdentity | undefined;
  let connector: buildConnector.connector | undefined;
  return {
    connect(options, callback) {
      const current = tlsOf(subgraph);
      if (!connector || current !== identity) {
        identity = current;
        // With a cache of sessions of its own: one that was resumed would not show the new certificate.
        connector = build({ ...current, timeout: timeoutMs });
      }
      connector(options, callback);
    },
  };
}
