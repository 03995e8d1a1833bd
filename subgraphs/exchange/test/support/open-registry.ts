import { contents, createKey, type PrivateKey, publicKeyOf, signCredential } from '@yiwang/identity';
import { PUBLIC_CALLER } from '@yiwang/subgraph-kit';
import { type ExecutionResult, graphql } from 'graphql';
import { createContexts } from '../../src/context.ts';
import { schema } from '../../src/subgraph.ts';
import { composer, type Department, openDepartment, SHARING } from './open-department.ts';
import type { Proposal } from '../../src/registry/proposal/check-proposals.ts';
import type { ExchangeOptions } from '../../src/options.ts';

export const CHECK = `outcome faults { code message help departments locations { department line column } }
  lint { rule severity message coordinate } changes { kind severity coordinate message consentOf
  usedBy { client clientVersion operation digest calls errors } } hints
  consents { owner change isGiven changes }`;
const ANSWER = `outcome version check { ${CHECK} } userErrors { code message field }`;

export interface PublishAnswer {
  outcome: string;
  version: number | null;
  check: {
    outcome: string;
    faults: { code: string; message: string }[];
    lint: { rule: string; severity: string }[];
    consents: { owner: string; change: string; isGiven: boolean; changes: string[] }[];
    changes: {
      kind: string;
      consentOf: string[];
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
  /** Creates a key, and registers it. */
  keyOf(role: 'DEPARTMENT' | 'GATEWAY' | 'OPERATOR', holder: string): Promise<PrivateKey>;
  /** Publishes. Throws when the result has errors. */
  publish(subgraphs: readonly Proposal[], options?: PublishOptions): Promise<PublishAnswer>;
  /** Publishes with exactly these credentials. */
  publishWith(subgraphs: readonly Proposal[], credentials: readonly string[]): Promise<ExecutionResult>;
  rollback(version: number, reason: string, key?: PrivateKey, waive?: Waiver[]): Promise<ExecutionResult>;
  /** Reports operations as a gateway does. */
  report(operations: readonly object[], key?: PrivateKey): Promise<ExecutionResult>;
  /** Executes a query without the assertion of a gateway. */
  asPublic(query: string, variables: Record<string, unknown>): Promise<ExecutionResult>;
  /** Variables of {@link GRANTS_IN_FORCE}, signed by the operator. */
  grantsAsked(after?: number | null): Promise<{ after: number | null; credential: string }>;
  /** The content of the registry's tables, to check that nothing has changed. */
  contentsOfTables(): Promise<unknown>;
  close(): PromiseLike<void>;
  /** The last rows of the audit log, newest first. */
  audit(limit: number): Promise<{ action: string; outcome: string; subject: string; code: string | null }[]>;
}

interface PublishOptions {
  /** The operator's by default. */
  keys?: readonly PrivateKey[];
  acceptBreaking?: boolean;
  /** Waived by the operator. By default the verification of callers, for departments at whose address nothing is. */
  waive?: Waiver[];
}

/** Query of the gateway `edge`. */
export const GRANTS_IN_FORCE = `query ($after: Int, $credential: String!) {
  grantsInForce(gateway: "edge", after: $after, credential: $credential) { version token } }`;

export type Waiver = 'OWNER_CONSENT' | 'CALLER_VERIFICATION';

const PUBLISH = `mutation ($subgraphs: [SubgraphInput!]!, $credentials: [String!]!, $acceptBreaking: Boolean! = false, $waiver: WaiverInput) {
  answer: publishSubgraphs(subgraphs: $subgraphs, credentials: $credentials, acceptBreaking: $acceptBreaking, waiver: $waiver) { ${ANSWER} } }`;

export async function openRegistry(options: Partial<ExchangeOptions> = {}): Promise<OpenRegistry> {
  const operator = await createKey();
  const signing = await createKey();
  const all: ExchangeOptions = {
    signingKey: signing,
    operatorKeys: [publicKeyOf(operator)],
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

    async publish(subgraphs, { keys = [operator], acceptBreaking = false, waive = madeUp(subgraphs) } = {}) {
      const claim = { action: 'publish', digest: contents.publish(subgraphs, { acceptBreaking }) };
      const credentials = await Promise.all(keys.map((key) => signCredential(key, claim)));
      const waiver = await waiverOf(operator, claim.digest, waive);
      const { data, errors } = await department.ask(PUBLISH, {
        subgraphs,
        credentials,
        acceptBreaking,
        waiver,
      });
      if (errors) throw errors[0]!;
      return (data as { answer: PublishAnswer }).answer;
    },

    async rollback(version, reason, key = operator, waive = []) {
      const claim = { action: 'rollback', digest: contents.rollback(version, reason) };
      return department.ask(
        `mutation ($version: Int!, $reason: String!, $credential: String!, $waiver: WaiverInput) {
          answer: rollbackSupergraph(version: $version, reason: $reason, credential: $credential, waiver: $waiver) { ${ANSWER} } }`,
        {
          version,
          reason,
          credential: await signCredential(key, claim),
          waiver: await waiverOf(key, claim.digest, waive),
        },
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

    asPublic: (source, variableValues) =>
      graphql({
        schema,
        source,
        variableValues,
        contextValue: { ...createContexts(department.database.db, composer, all)(), caller: PUBLIC_CALLER },
      }) as Promise<ExecutionResult>,

    async grantsAsked(after = null) {
      const claim = { action: 'grants', digest: contents.grants('edge', after) };
      return { after, credential: await signCredential(operator, claim) };
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

/** Most departments of tests are schemas only: there is no server at 10.0.0.1. */
function madeUp(subgraphs: readonly Proposal[]): Waiver[] {
  return subgraphs.some(({ url }) => url.startsWith('http://10.')) ? ['CALLER_VERIFICATION'] : [];
}

/** The waiver of an operator for the command with this digest. Null when nothing is waived. */
export async function waiverOf(operator: PrivateKey, digest: string, of: readonly Waiver[]) {
  if (of.length === 0) return null;
  const claim = { action: 'waive', digest: contents.waive(digest, of) };
  return { of, credential: await signCredential(operator, claim) };
}
