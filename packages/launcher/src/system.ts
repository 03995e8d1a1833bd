import { join } from 'node:path';

/** Folder of the project. */
export const ROOT = join(import.meta.dirname, '../../..');

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
}

export const SYSTEM: SystemDefinition = {
  departments: ['enterprises', 'permits', 'tax', 'land', 'exchange'].map((name) => ({
    name,
    directory: join(ROOT, 'subgraphs', name),
    database: `yiwang_${name}`,
  })),
  gateway: join(ROOT, 'gateway/src/main.ts'),
};
