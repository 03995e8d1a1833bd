import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { departmentPorts } from '../department-settings.ts';
import { addToChart } from './chart-values.ts';
import { addToCompose } from './compose-file.ts';
import { addToLock } from './lock-file.ts';
import type { Names } from './names.ts';
import { UsageError } from './usage-error.ts';
import { renderTemplate } from './render-template.ts';

/** A department that npm knows, with all that it put beside it. */
const NEIGHBOUR = 'subgraphs/tax';

/** All that is written, before anything is. Paths are relative to the root of the project. */
export interface Plan {
  folder: string;
  port: number;
  /** Below the folder. */
  files: Map<string, string>;
  /** Files of the project that get a few lines more: path → whole text. */
  edited: Map<string, string>;
  /** Symbolic links, as npm makes them for a workspace: path → target. */
  links: Map<string, string>;
}

const CHART = 'deploy/helm/yiwang/values.yaml';

/**
 * @param names that nobody has: see checkTaken
 * @throws UsageError when it cannot be made; nothing is written
 */
export async function planDepartment(root: string, names: Names): Promise<Plan> {
  if (!existsSync(join(root, 'node_modules/@yiwang'))) {
    throw new UsageError('The packages are not installed. Run npm ci first.');
  }
  const folder = `subgraphs/${names.kebab}`;
  const port = Math.max(...(await departmentPorts()).map((department) => department.port)) + 1;
  const files = await renderTemplate(root, names, port);
  const manifest = JSON.parse(files.get('package.json')!);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  // Its paths lead up from a department's folder, so the template cannot have one.
  files.set('tsconfig.json', read(`${NEIGHBOUR}/tsconfig.json`));
  return {
    folder,
    port,
    files,
    edited: new Map([
      ['package-lock.json', addToLock(read('package-lock.json'), folder, manifest, NEIGHBOUR)],
      ['docker-compose.yml', addToCompose(read('docker-compose.yml'), names, port)],
      [CHART, addToChart(read(CHART), names, port)],
    ]),
    links: linksOf(root, folder, manifest),
  };
}

/** The workspace itself, and what it needs of packages that stand not in the root, but in each department. */
function linksOf(
  root: string,
  folder: string,
  { name, dependencies }: { name: string; dependencies: Record<string, string> },
): Map<string, string> {
  const link = (path: string, target: string) => [path, relative(join(path, '..'), target)] as const;
  const nested = Object.keys(dependencies).filter((dependency) => {
    if (dependency.startsWith('@yiwang/') || existsSync(join(root, 'node_modules', dependency))) return false;
    if (existsSync(join(root, NEIGHBOUR, 'node_modules', dependency))) return true;
    throw new UsageError(`The package ${dependency} is not installed. Run npm ci first.`);
  });
  return new Map([
    link(`node_modules/${name}`, folder),
    ...nested.map((dependency) =>
      link(`${folder}/node_modules/${dependency}`, `${NEIGHBOUR}/node_modules/${dependency}`),
    ),
  ]);
}
