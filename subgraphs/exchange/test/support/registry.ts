import { contents, createKey, type PrivateKey, publicKeyOf, signCredential } from '@yiwang/identity';
import type { ExecutionResult } from 'graphql';
import { type Department, openDepartment, SHARING } from '../ask.ts';
import type { Proposal } from '../../src/registry/check-proposals.ts';
import type { ExchangeOptions } from '../../src/options.ts';

export const CHECK = `outcome faults { code message help departments locations { department line column } }
  lint { rule severity message coordinate } changes { kind severity coordinate message
  usedBy { client clientVersion operation digest calls errors } } hints`;
const ANSWER = `outcome version check { ${CHECK} } userErrors { code message field }`;

export interface PublishAnswer {
  outcome: string;
  version: number | null;
  check: {
    outcome: string;
    faults: { code: string; message: string }[];
    lint: { rule: string; severity: string }[];
    changes: {
      kind: string;
      severity: string;
      coordinate: string;
      usedBy: { client: string; calls: number }[];
    }[];
  } | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

/** A registry with its keys, over a database of its own. */
export interface OpenRegistry {
  department: Department;
  options: ExchangeOptions;
  operator: PrivateKey;
  signing: PrivateKey;
  /** Makes a key and registers it. */
  keyOf(role: 'DEPARTMENT' | 'GATEWAY' | 'OPERATOR', holder: string): Promise<PrivateKey>;
  /** Publishes; fails the test when a fault is answered. */
  publish(subgraphs: readonly Proposal[], options?: PublishOptions): Promise<PublishAnswer>;
  /** Publishes with these credentials as they are. */
  publishWith(subgraphs: readonly Proposal[], credentials: readonly string[]): Promise<ExecutionResult>;
  rollback(version: number, reason: string, key?: PrivateKey): Promise<ExecutionResult>;
  /** A gateway says what was asked. */
  report(operations: readonly object[], key?: PrivateKey): Promise<ExecutionResult>;
  /** What the registry holds, to see that nothing has changed. */
  contentsOfTables(): Promise<unknown>;
  close(): PromiseLike<void>;
  /** The last lines of the audit log, newest first. */
  audit(limit: number): Promise<{ action: string; outcome: string; subject: string; code: string | null }[]>;
}

interface PublishOptions {
  /** The operator's, when none is given. */
  keys?: readonly PrivateKey[];
  acceptBreaking?: boolean;
}

const PUBLISH = `mutation ($subgraphs: [SubgraphInput!]!, $credentials: [String!]!, $acceptBreaking: Boolean! = false) {
  answer: publishSubgraphs(subgraphs: $subgraphs, credentials: $credentials, acceptBreaking: $acceptBreaking) { ${ANSWER} } }`;

export async function openRegistry(options: Partial<ExchangeOptions> = {}): Promise<OpenRegistry> {
  const operator = await createKey();
  const signing = await createKey();
  const all: ExchangeOptions = {
    signingKey: signing,
    operatorKey: publicKeyOf(operator),
    allowLoopback: false,
    usageDays: 400,
    catalogueUrl: 'http://gateway.example/',
    sharing: SHARING,
    ...options,
  };
  const department = await openDepartment(all);
  const { sql } = department.database;

  const publishWith: OpenRegistry['publishWith'] = (subgraphs, credentials) =>
    department.ask(PUBLISH, { subgraphs, credentials });

  return {
    department,
    options: all,
    operator,
    signing,
    publishWith,

    async keyOf(role, holder) {
      const key = await createKey();
      const digest = contents.registerKey(role, holder, key.kid);
      const credential = await signCredential(operator, { action: 'registerKey', digest });
      const { data } = await department.ask(
        `mutation ($role: KeyRole!, $holder: ID!, $publicKey: String!, $credential: String!) {
          registerKey(role: $role, holder: $holder, publicKey: $publicKey, credential: $credential) { kid } }`,
        { role, holder, publicKey: JSON.stringify(publicKeyOf(key)), credential },
      );
      if ((data as { registerKey: { kid: string } }).registerKey.kid !== key.kid) throw new Error('No key.');
      return key;
    },

    async publish(subgraphs, { keys = [operator], acceptBreaking = false } = {}) {
      const claim = { action: 'publish', digest: contents.publish(subgraphs) };
      const credentials = await Promise.all(keys.map((key) => signCredential(key, claim)));
      const { data, errors } = await department.ask(PUBLISH, { subgraphs, credentials, acceptBreaking });
      if (errors) throw errors[0]!;
      return (data as { answer: PublishAnswer }).answer;
    },

    async rollback(version, reason, key = operator) {
      const claim = { action: 'rollback', digest: contents.rollback(version, reason) };
      return department.ask(
        `mutation ($version: Int!, $reason: String!, $credential: String!) {
          answer: rollbackSupergraph(version: $version, reason: $reason, credential: $credential) { ${ANSWER} } }`,
        { version, reason, credential: await signCredential(key, claim) },
      );
    },

    async report(operations, key = operator) {
      const claim = { action: 'operations', digest: contents.operations('edge', operations as never) };
      return department.ask(
        `mutation ($operations: [OperationReport!]!, $credential: String!) {
          reportOperations(gateway: "edge", operations: $operations, credential: $credential) }`,
        { operations, credential: await signCredential(key, claim) },
      );
    },

    contentsOfTables: () => sql`
      select
        (select json_agg(row order by row.kid) from (select kid, role, holder, revoked_at from keys) row) as keys,
        (select json_agg(row order by row.name) from departments row) as departments,
        (select json_agg(row order by row.department, row.number) from subgraph_versions row) as subgraphs,
        (select json_agg(row order by row.version) from supergraph_versions row) as versions,
        (select json_agg(row order by row.version, row.variant) from supergraphs row) as supergraphs`,

    close: () => department.database[Symbol.asyncDispose](),

    audit: (limit) =>
      sql`select action, outcome, subject, code from audit_log order by id desc limit ${limit}`,
  };
}
