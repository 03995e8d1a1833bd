import type { StartOptions } from './options.ts';
import { checkPorts } from './ports.ts';
import type { PortalPlan } from './portal-plan.ts';
import type { SystemDefinition } from './system.ts';
import type { Terminal } from './terminal.ts';

/** Metrics are for this machine, whatever the gateway listens on. */
const HOST = '127.0.0.1';

/** Where each service shows its metrics. */
export interface MetricsPlan {
  /** Settings of a service, which keep a METRICS_PORT of our own environment from all of them. */
  settingsOf(service: string): { METRICS_PORT: string; METRICS_HOST: string };
  /** Addresses by service; empty when there are no metrics. */
  urls: Readonly<Record<string, string>>;
}

/**
 * The metrics of a service have as many ports between them and those of the gateway as the services themselves. A port that is in use
 * keeps nothing from starting: then there are no metrics, and that is said.
 */
export async function planMetrics(
  { metrics, metricsPort, port }: StartOptions,
  { departments }: SystemDefinition,
  portal: Pick<PortalPlan, 'port'> | null,
  { say }: Pick<Terminal, 'say'>,
): Promise<MetricsPlan> {
  const wanted = [
    { name: 'gateway', port: metricsPort },
    ...departments.map(({ name }, index) => ({ name, port: metricsPort + 1 + index })),
    ...(portal ? [{ name: 'portal', port: metricsPort + portal.port - port }] : []),
  ].map((one) => ({ ...one, host: HOST }));
  const isFree =
    metrics &&
    (await checkPorts(wanted).then(
      () => true,
      () => false,
    ));
  if (metrics && !isFree) {
    say(
      `Attention: there are no metrics, because one of the ports ${metricsPort} to ${wanted.at(-1)!.port} is in use. Give another --metrics-port N.`,
    );
  }
  const ports = new Map(isFree ? wanted.map((one) => [one.name, one.port]) : []);
  return {
    settingsOf: (service) => ({ METRICS_PORT: String(ports.get(service) ?? 0), METRICS_HOST: HOST }),
    urls: Object.fromEntries([...ports].map(([name, own]) => [name, `http://${HOST}:${own}/metrics`])),
  };
}
