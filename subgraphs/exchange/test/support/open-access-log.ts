import { type Access, beginningOf, chain, createSealer, type LoggedText } from '@yiwang/access-log';
import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import { type ExecutionResult, graphql } from 'graphql';
import { createContexts } from '../../src/context.ts';
import { schema } from '../../src/subgraph.ts';
import { composer } from './open-department.ts';
import { type OpenRegistry, openRegistry } from './open-registry.ts';

export const GATEWAY = 'edge';
/** An enterprise. */
export const KUNSHAN = '91320583MA1N3X2Y06';

export function access(number: number, more: Partial<Access> = {}): Access {
  return {
    at: new Date(Date.now() - 3_600_000 + number).toISOString(),
    client: 'bank',
    user: null,
    department: 'tax',
    grants: ['g1'],
    purpose: { basis: '税收征收管理法 第六条', caseNumber: `案-${number}`, requester: '王芳' },
    subjects: [{ type: 'Taxpayer', key: `x${number}` }],
    moreSubjects: 0,
    fields: ['Taxpayer.arrears'],
    request: `r${number}`,
    requestHash: 'h',
    outcome: 'COMPLETE',
    ...more,
  };
}

/** A gateway that writes a log. */
export function createWriter(key: PrivateKey, gateway = GATEWAY) {
  const sign = createSealer(key);
  let end = beginningOf(gateway);
  let after = 0;
  let number = 0;

  /** Writes the next `count` records, and seals the last one. */
  return function write(count: number, more: (number: number) => Partial<Access> = () => ({})): LoggedText[] {
    return Array.from({ length: count }, (_, index) => {
      number++;
      const { text, ...next } = chain(access(number, more(number)), gateway, end);
      end = next;
      if (index < count - 1) return { text, seal: null };
      const seal = sign({ gateway, ...end, at: new Date().toISOString(), after });
      after = end.sequence;
      return { text, seal };
    });
  };
}

export type WrittenLog = Awaited<ReturnType<typeof openWrittenLog>>;

/** Opens a registry that knows the key of a gateway, the access log there, and the gateway that writes it. */
export async function openWrittenLog() {
  const registry = await openRegistry();
  const key = await registry.keyOf('GATEWAY', GATEWAY);
  return { registry, key, log: openAccessLog(registry, key), write: createWriter(key) };
}

/** The records as lines of a journal. */
export function linesOf(records: readonly LoggedText[]): string {
  return records.map(({ text, seal }) => (seal === null ? `${text}\n` : `${text}\n${seal}\n`)).join('');
}

export interface LogCaller {
  client: string;
  user: string | null;
  department: string | null;
  scopes: string[];
}

export const AUDITOR: LogCaller = {
  client: 'audit',
  user: null,
  department: null,
  scopes: ['accesses:read', 'sensitive:read'],
};
export const ANONYMOUS: LogCaller = { client: 'public', user: null, department: null, scopes: [] };

/** Sends records as a gateway does, and reads them as callers do. */
export function openAccessLog(registry: OpenRegistry, key: PrivateKey, gateway = GATEWAY) {
  const createContext = createContexts(registry.department.database.service.db, composer, registry.options);

  async function record(records: readonly LoggedText[], signer = key): Promise<ExecutionResult> {
    return recordLines(linesOf(records), signer);
  }

  async function recordLines(journal: string, signer = key): Promise<ExecutionResult> {
    const digest = contents.accesses(gateway, journal);
    return registry.department.ask(
      `mutation ($gateway: ID!, $journal: String!, $credential: String!) {
        end: recordAccesses(gateway: $gateway, journal: $journal, credential: $credential) { sequence } }`,
      { gateway, journal, credential: await signCredential(signer, { action: 'accesses', digest }) },
    );
  }

  return {
    /** Sends records, and returns the result as it is. */
    record,
    recordLines,
    /** Sends records, and returns the number of the last one that is stored, or the code of the error. */
    async kept(records: readonly LoggedText[], signer = key): Promise<unknown> {
      const { data, errors } = await record(records, signer);
      return errors?.[0]?.extensions['code'] ?? (data as { end: { sequence: number } }).end.sequence;
    },
    askAs(caller: LogCaller, source: string, variableValues: Record<string, unknown> = {}) {
      const contextCaller = { ...caller, seesSensitive: caller.scopes.includes('sensitive:read') };
      return graphql({
        schema,
        source,
        variableValues,
        contextValue: { ...createContext(), caller: contextCaller },
      });
    },
  };
}
