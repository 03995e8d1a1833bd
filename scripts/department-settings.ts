import { existsSync, readdirSync } from 'node:fs';
import { serviceSettings } from '@yiwang/subgraph-kit';

const FIRST_PORT = 4001;
const SUBGRAPHS = new URL('../subgraphs/', import.meta.url);

/** The same for every department but for the default of PORT. */
export const departmentSettings = serviceSettings(FIRST_PORT);

/** The port of each department when nothing else is set, as its own config.ts says; lowest first. */
export async function departmentPorts(): Promise<{ name: string; port: number }[]> {
  const names = readdirSync(SUBGRAPHS).filter((name) =>
    existsSync(new URL(`${name}/src/config.ts`, SUBGRAPHS)),
  );
  const ports = await Promise.all(
    names.map(async (name) => {
      const config: { settings: typeof departmentSettings } = await import(
        new URL(`${name}/src/config.ts`, SUBGRAPHS).href
      );
      return { name, port: config.settings.shape.PORT.parse(undefined) };
    }),
  );
  return ports.sort((a, b) => a.port - b.port);
}
