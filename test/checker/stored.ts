import type { AccessRecord } from '@yiwang/access-log';
import type { StoredMatters } from './matters/stored-matters.ts';
import type { StoredKey, StoredMessage } from './stored-rows.ts';

/** A case that was filed in the graph, as its row stands. */
export interface StoredCase {
  department: string;
  number: string;
  version: number;
  state: string;
  filedBy: string;
  /** Whether a program filed it for a person, as a step of a matter. */
  isOfMatter: boolean;
  decision: string | null;
}

/** A row of its timeline. */
export interface StoredEvent {
  number: string;
  sequence: number;
  action: string;
  from: string | null;
  to: string;
  person: string | null;
  /** A program is the client that filed the case; the generator made up what was before the system began. */
  takenBy: 'PERSON' | 'PROGRAM' | 'GENERATOR';
  /** Milliseconds since 1970. */
  at: number;
}

/** What is kept once all has come to rest. */
export interface Stored {
  cases: readonly StoredCase[];
  events: readonly StoredEvent[];
  messages: readonly StoredMessage[];
  keys: readonly StoredKey[];
  /** Numbers of the cases that have a permit, once for each permit. */
  permits: readonly string[];
  /** Numbers of the cases whose permit was voided because their matter was undone, once for each permit. */
  voidedPermits: readonly string[];
  matters: StoredMatters;
  materials: StoredMaterials;
  accesses: StoredAccesses;
}

/** Files of cases. */
export interface StoredMaterials {
  /** The digest that each material has in its row, by its id. */
  rows: ReadonlyMap<string, string>;
  /** Digests of what the files hold. */
  contents: ReadonlySet<string>;
}

/** The access logs, each record in its place. */
export interface StoredAccesses {
  /** Records of the gateway: those that the exchange keeps, and those that it has not been given yet. */
  gateway: readonly AccessRecord[];
  /** Journals of the departments, with the coordinates of their fields that are shared with condition. */
  departments: ReadonlyMap<string, { records: readonly AccessRecord[]; fields: readonly string[] }>;
  /** What the verification of the chains and seals has found, a line for each finding. */
  broken: readonly string[];
}
