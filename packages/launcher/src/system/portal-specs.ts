import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { DepartmentDatabase } from './department-databases.ts';
import { rotateLog } from './log-file.ts';
import type { MetricsPlan } from './metrics-plan.ts';
import type { ServiceSpec } from './service.ts';
import type { PortalKeys } from './portal-keys.ts';
import type { PortalPlan } from './portal-plan.ts';

/** The portal, and the provider where it runs. */
export async function portalSpecs(
  { directory, host, port, url, signIn }: PortalPlan,
  data: DataFolder,
  keys: PortalKeys,
  database: DepartmentDatabase,
  gateway: string,
  metrics: MetricsPlan,
): Promise<{ portal: ServiceSpec; signIn: ServiceSpec | null }> {
  return {
    portal: {
      name: 'portal',
      url,
      file: join(directory, 'server/main.ts'),
      args: [],
      env: {
        PORT: String(port),
        HOST: host,
        PUBLIC_URL: process.env['PUBLIC_URL'] || url,
        GATEWAY_URL: `${gateway}/graphql`,
        DATABASE_URL: database.serviceUrl,
        SESSION_KEY_FILE: keys.session,
        // Whoever has a provider names it by these settings.
        ...(signIn && {
          OIDC_ISSUER: signIn.url,
          OIDC_CLIENT_ID: 'portal',
          OIDC_CLIENT_SECRET_FILE: keys.clientSecret,
        }),
        NODE_ENV: 'production',
        ...metrics.settingsOf('portal'),
      },
      logFile: await rotateLog(data, 'portal'),
    },
    signIn: signIn && {
      name: 'local-sign-in',
      url: signIn.url,
      file: signIn.file,
      args: [],
      env: {
        PORT: String(signIn.port),
        HOST: signIn.host,
        PORTAL_URL: url,
        SIGN_IN_KEY: keys.signIn.file,
        CLIENT_SECRET_FILE: keys.clientSecret,
      },
      logFile: await rotateLog(data, 'local-sign-in'),
    },
  };
}
