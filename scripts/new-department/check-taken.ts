import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Names } from './names.ts';
import { UsageError } from './usage-error.ts';

/** Services of docker-compose.yml and packages, which a department would be taken for. */
const RESERVED = [
  ...['gateway', 'balancer', 'memory', 'postgres', 'prepare', 'publish', 'tokens', 'restore'],
  ...['prometheus', 'grafana', 'collector', 'template', 'test'],
];

/** @throws UsageError when the name, or a type that the new department would have, is somebody's already */
export function checkTaken(root: string, names: Names): void {
  const folder = `subgraphs/${names.kebab}`;
  if (existsSync(join(root, folder))) {
    throw new UsageError(`There is a department ${names.kebab} already: ${folder}. It is left as it is.`);
  }
  const isPackage =
    existsSync(join(root, 'packages', names.kebab)) ||
    lstatSync(join(root, 'node_modules/@yiwang', names.kebab), { throwIfNoEntry: false });
  if (isPackage || RESERVED.includes(names.kebab)) {
    throw new UsageError(`The name ${names.kebab} is taken by another part of the project. Choose another.`);
  }
  const type = new RegExp(`^(type|interface|enum|input|union|scalar) ${names.pascal}Record\\b`, 'm');
  for (const department of readdirSync(join(root, 'subgraphs'))) {
    const schema = join(root, 'subgraphs', department, 'schema.graphql');
    if (!existsSync(schema) || !type.test(readFileSync(schema, 'utf8'))) continue;
    throw new UsageError(
      `${department} has a type ${names.pascal}Record already, which ${names.kebab} would have too. Choose another name.`,
    );
  }
}
