import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Subgraph } from '../synthetic/compose.ts';

/** The program itself: the package's launcher would count as memory of the gateway. */
export function grafbaseBinary(): string {
  const require = createRequire(import.meta.url);
  const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const system = process.platform === 'darwin' ? 'apple-darwin' : 'unknown-linux-musl';
  const name = `@grafbase/cli-${architecture}-${system}`;
  return join(dirname(require.resolve(`${name}/package.json`)), 'grafbase');
}

/**
 * Writes the configuration of Grafbase beside the departments' file.
 *
 * @param departments path of a file with the subgraphs as `Subgraph[]`
 * @returns the arguments that name it
 */
export function writeGrafbaseConfig(departments: string): string[] {
  const folder = dirname(departments);
  const subgraphs: Subgraph[] = JSON.parse(readFileSync(departments, 'utf8'));
  const config = ['[graph]', 'path = "/graphql"'];
  const overrides: string[] = [];
  for (const { name, sdl, url } of subgraphs) {
    const file = join(folder, `${name}.graphql`);
    writeFileSync(file, sdl);
    config.push(`[subgraphs.${name}]`, `url = "${url}"`);
    overrides.push(`[subgraphs.${name}]`, `schema_path = "${file}"`, `url = "${url}"`);
  }
  const files = { config: join(folder, 'grafbase.toml'), overrides: join(folder, 'grafbase-subgraphs.toml') };
  writeFileSync(files.config, config.join('\n'));
  writeFileSync(files.overrides, overrides.join('\n'));
  return ['--gateway-config', files.config, '--graph-overrides', files.overrides];
}
