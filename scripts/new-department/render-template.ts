import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Names } from './names.ts';

/** What `npm run new-department` copies: a department that works, tests and all. */
export const TEMPLATE = 'packages/subgraph-kit/template';
const TEMPLATE_PORT = '4099';

/** As .prettierignore has them. */
const LEFT_AS_THEY_ARE = /(^|\/)(generated|migrations)\/|\.(md|csv)$/;

/**
 * Every file of the new department.
 *
 * @returns path below the department's folder → text
 */
export async function renderTemplate(root: string, names: Names, port: number): Promise<Map<string, string>> {
  const folder = join(root, TEMPLATE);
  const paths = globSync('**/*.*', { cwd: folder, exclude: ['node_modules'] }).sort();
  const config = await resolveConfig(join(root, 'package.json'));
  const files = new Map<string, string>();
  for (const path of paths) {
    const text = rename(readFileSync(join(folder, path), 'utf8'), names).replaceAll(
      TEMPLATE_PORT,
      String(port),
    );
    // Other names make other lines: they are broken anew.
    const isFormatted = !LEFT_AS_THEY_ARE.test(path);
    files.set(path, isFormatted ? await format(text, { ...config, filepath: join(folder, path) }) : text);
  }
  return files;
}

function rename(text: string, { kebab, camel, pascal, snake }: Names): string {
  return text
    .replaceAll('Template', pascal)
    .replaceAll(/template(?=[A-Z])/g, camel)
    .replaceAll(/(?<=_)template|template(?=_)/g, snake)
    .replaceAll('template', kebab);
}
