import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keys } from '../../../packages/launcher/src/system/keys.ts';
import type { ServiceSpec } from '../../../packages/launcher/src/system/service.ts';
import { caddyfileOf } from '../../scale-out/start-caddy.ts';

/** Services of which two processes run, each on a host of its own, behind a balancer. */
export const PAIRED = ['gateway', 'permits', 'services'];
export const BALANCER = 'balancer';

/** Name of the second process, and of its host. */
export const secondOf = (name: string) => `${name}-2`;

/** The second process of a service: with a key and folders of its own where the first has them. */
export function secondSpec(spec: ServiceSpec, keys: Keys): ServiceSpec {
  const name = secondOf(spec.name);
  const key = keys.furtherGateways.get(name);
  const { env } = spec;
  const own = Object.fromEntries(
    ['ACCESS_LOG', 'SUPERGRAPH_CACHE'].flatMap((setting) =>
      env[setting] ? [[setting, secondOf(env[setting])]] : [],
    ),
  );
  return {
    ...spec,
    name,
    env: { ...env, ...own, ...(key && { GATEWAY_NAME: name, GATEWAY_KEY: key.file }) },
  };
}

/** The command of a balancer before both processes of each of these services. */
export async function balancerCommand(folder: string, ports: ReadonlyMap<string, number>): Promise<string[]> {
  const file = join(folder, 'Caddyfile');
  const sites = [...ports].map(([name, port]) => ({
    at: `http://:${port}`,
    to: [name, secondOf(name)].map((host) => `${host}:${port}`),
  }));
  await writeFile(file, caddyfileOf(sites));
  return ['caddy', 'run', '--config', file, '--adapter', 'caddyfile'];
}
