import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isLoopback } from '@yiwang/service/settings';
import type { StartOptions } from './options.ts';
import { urlHost, type WantedPort } from './ports.ts';
import type { PortalDefinition, SystemDefinition } from './system.ts';
import type { Terminal } from './terminal.ts';

/** The portal that a start will run, and where. */
export interface PortalPlan extends Pick<PortalDefinition, 'directory'> {
  host: string;
  port: number;
  /** Without a path. */
  url: string;
  /** The provider with made-up people; null where a real one is named, or nobody may sign in like that. */
  signIn: { file: string; host: string; port: number; url: string } | null;
}

/** Whoever reaches the provider signs in as whoever they like. */
const SIGN_IN_HOST = '127.0.0.1';

/** Null when there is no portal to run. What is left out is said. */
export function planPortal(
  { portal: wanted, portalPort: port, host }: StartOptions,
  { portal }: SystemDefinition,
  terminal: Pick<Terminal, 'say'>,
): PortalPlan | null {
  if (!wanted || !portal) return null;
  if (!existsSync(join(portal.directory, 'app/routes.ts'))) {
    terminal.say(`There are no pages in ${portal.directory}: the portal is left out.`);
    return null;
  }
  const address = urlHost(host);
  if (!isLoopback(address) && !process.env['PUBLIC_URL']) {
    terminal.say(
      `The portal is left out: others reach ${host}, and PUBLIC_URL does not say by which https address.`,
    );
    return null;
  }
  const isLocal = isLoopback(host) && process.env['NODE_ENV'] !== 'production';
  const isNamed = Boolean(process.env['OIDC_ISSUER'] || process.env['ISSUERS']);
  const url = `http://${address}:${port}`;
  const signIn = {
    file: portal.signIn,
    host: SIGN_IN_HOST,
    port: port + 1,
    url: `http://${SIGN_IN_HOST}:${port + 1}`,
  };
  return { directory: portal.directory, host, port, url, signIn: isLocal && !isNamed ? signIn : null };
}

export function portalPorts({ host, port, signIn }: PortalPlan): WantedPort[] {
  return [
    { name: 'the portal', host, port },
    ...(signIn ? [{ name: 'local sign-in', host: signIn.host, port: signIn.port }] : []),
  ];
}
