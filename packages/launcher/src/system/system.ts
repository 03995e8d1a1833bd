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

/** The pages for people, and who signs them in on one machine. */
export interface PortalDefinition {
  /** Folder with app/, server/main.ts and server/prepare.ts. */
  directory: string;
  /** Its own database on the server. */
  database: string;
  /** The main.ts of the provider with made-up people. */
  signIn: string;
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
  /** Left out where there is none. */
  portal?: PortalDefinition;
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

/** Whoever has a database on the server: departments, and the portal. */
export function databaseOwners({ departments, portal }: SystemDefinition): readonly Department[] {
  return portal ? [...departments, { name: 'portal', ...portal }] : departments;
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
  portal: {
    directory: join(ROOT, 'packages/portal'),
    database: 'yiwang_portal',
    signIn: join(ROOT, 'packages/local-sign-in/src/main.ts'),
  },
};
