import { existsSync, readdirSync } from 'node:fs';
import { serviceSettings } from '@yiwang/subgraph-kit';

const FIRST_PORT = 4001;

/** The same for every department but for the default of PORT. */
export const departmentSettings = serviceSettings(FIRST_PORT);

/** `4001 enterprises, 4002 permits, …`, as each department's own config.ts says. */
export async function departmentPorts(): Promise<string> {
  const names = readdirSync('subgraphs').filter((name) => existsSync(`subgraphs/${name}/src/config.ts`));
  const ports = await Promise.all(
    names.map(async (name) => {
      const config: { settings: typeof departmentSettings } = await import(
        `../subgraphs/${name}/src/config.ts`
      );
      return { name, port: config.settings.shape.PORT.parse(undefined) };
    }),
  );
  return ports
    .sort((a, b) => a.port - b.port)
    .map(({ name, port }) => `${port} ${name}`)
    .join(', ');
}
