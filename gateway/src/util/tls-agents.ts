import type { ClientTls, TlsIdentity } from '@yiwang/service/tls';
import type { Agent, buildConnector } from 'undici';

/** Agents of undici. Without TLS settings one serves all names. */
export interface TlsAgents {
  agentOf(name: string): Agent;
  destroy(): Promise<void>;
}

/** Opens agents that connect with what `tls` says of a name at that moment. Loads undici, which takes 14 MiB. */
export async function openTlsAgents(
  tls: Pick<ClientTls, 'of'>,
  options: Omit<Agent.Options, 'connect'> & { connectTimeout?: number },
): Promise<TlsAgents> {
  const undici = await import('undici');
  const agents = new Map<string, Agent>();

  function connectorOf(name: string): buildConnector.connector {
    let identity: TlsIdentity | undefined;
    let connector: buildConnector.connector | undefined;
    return (target, callback) => {
      const current = tls.of(name);
      if (!connector || current !== identity) {
        identity = current;
        const timeout = options.connectTimeout;
        connector = undici.buildConnector({ ...current, ...(timeout !== undefined && { timeout }) });
      }
      connector(target, callback);
    };
  }

  return {
    agentOf(name) {
      const key = tls.of(name) ? name : '';
      let agent = agents.get(key);
      if (!agent) {
        agent = new undici.Agent({ ...options, ...(key !== '' && { connect: connectorOf(name) }) });
        agents.set(key, agent);
      }
      return agent;
    },
    destroy: async () => void (await Promise.all([...agents.values()].map((agent) => agent.destroy()))),
  };
}
