import { existsSync, readdirSync } from 'node:fs';
import type { SettingsShape } from '@yiwang/config';
import { serviceSettings } from '@yiwang/subgraph-kit';

const FIRST_PORT = 4001;

/** The same for every department but for the default of PORT. */
export const departmentSettings = serviceSettings(FIRST_PORT);

/** `4001 enterprises, 4002 permits, …`, as each department's own config.ts says. */
export async function departmentPorts(): Promise<string> {
  // A config.ts reads the environment when it is loaded. Nothing is ever opened at this address.
  process.env['DATABASE_URL'] ??= 'postgres://localhost/none';
  const names = readdirSync('subgraphs').filter((name) => existsSync(`subgraphs/${name}/src/config.ts`));
  const ports = await Promise.all(
    names.map(async (name) => {
      const config: { settingsShape: SettingsShape } = await import(`../subgraphs/${name}/src/config.ts`);
      return { name, port: config.settingsShape.shape['PORT']!.parse(undefined) as number };
    }),
  );
  return ports
    .sort((a, b) => a.port - b.port)
    .map(({ name, port }) => `${port} ${name}`)
    .join(', ');
}
