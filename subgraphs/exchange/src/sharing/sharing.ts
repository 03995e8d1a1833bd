import { buildApiSchema, supergraphReads } from '@yiwang/composition';
import type { PrivateKey, PublicKey } from '@yiwang/identity';
import type { ArgumentReads } from '@yiwang/schema-directives';
import type { RuleSet, WorkingCalendar } from '@yiwang/codes/working-days';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type GraphQLSchema, parse } from 'graphql';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readCurrentVersion, readSupergraphSdl } from '../registry/current-graph.ts';
import { oncePerVersion } from '../shared/once-per-version.ts';

/** The rule set in force. */
export interface SharingRules extends RuleSet {
  name: string;
}

/** Settings of the operator for sharing. */
export interface SharingOptions {
  rules: SharingRules;
  calendar: WorkingCalendar;
  now: () => Date;
}

/** What all commands of sharing need. */
export interface Sharing extends SharingOptions {
  db: PostgresJsDatabase;
  /** Signs grants; null when none is set. */
  signingKey: PrivateKey | null;
  /** The first operator's; null when none is set. */
  operatorKeys: readonly PublicKey[];
  /** Reads the catalogue in force. */
  readCatalogue: () => Promise<Catalogue>;
  readGraph: ReadGraph;
}

/** The schema in force, as clients of the variant `internal` query it. */
export interface PublishedGraph {
  schema: GraphQLSchema;
  argumentReads: ArgumentReads;
}

/** Reads the schema in force. Null when nothing is published. */
export type ReadGraph = () => Promise<PublishedGraph | null>;

/** Returns a function that builds the schema once for each version. */
export function createReadGraph(db: PostgresJsDatabase): ReadGraph {
  const graphAt = oncePerVersion(async (version) => {
    const supergraph = parse(await readSupergraphSdl(db, version), { noLocation: true });
    return { schema: buildApiSchema(supergraph), argumentReads: supergraphReads(supergraph) };
  });
  return async () => {
    const version = await readCurrentVersion(db);
    return version === null ? null : graphAt(version);
  };
}
