import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the project. */
export const ROOT = join(import.meta.dirname, '../../../..');

export interface Department {
  /** Unique; names the subgraph, the log and the data in messages. */
  name: string;
  /** Folder with schema.graphql and src/{main,prepare,import}.ts. */
  directory: string;
  /** Its own database on the server. */
  database: string;
}

/** What the launcher starts. It is data, so that tests can start something smaller. */
export interface SystemDefinition {
  /** In the order of their ports, which follow the gateway's. */
  departments: readonly Department[];
  /** The gateway's main.ts. */
  gateway: string;
  /** Name of the department that the others publish their schemas at. */
  registry: string;
  /** Name of the department that keeps the mandates; empty for none. */
  mandates: string;
}

/** Departments that have had their ports from the beginning; others follow by name. */
const FIRST = ['enterprises', 'permits', 'tax', 'land', 'exchange', 'services'];

const SUBGRAPHS = join(ROOT, 'subgraphs');

/** Every folder of subgraphs/ that holds a schema is a department. */
function departmentNames(): string[] {
  const names = readdirSync(SUBGRAPHS).filter((name) => existsSync(join(SUBGRAPHS, name, 'schema.graphql')));
  return [
    ...FIRST.filter((name) => names.includes(name)),
    ...names.filter((name) => !FIRST.includes(name)).sort(),
  ];
}

export const SYSTEM: SystemDefinition = {
  departments: departmentNames().map((name) => ({
    name,
    directory: join(SUBGRAPHS, name),
    database: `yiwang_${name.replaceAll('-', '_')}`,
  })),
  gateway: join(ROOT, 'gateway/src/main.ts'),
  registry: 'exchange',
  mandates: 'enterprises',
};
