import { type Access, beginningOf, chain, createSealer, type LoggedText } from '@yiwang/access-log';
import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import { type ExecutionResult, graphql } from 'graphql';
import { createContexts } from '../../src/context.ts';
import { schema } from '../../src/subgraph.ts';
import { composer } from '../ask.ts';
import type { OpenRegistry } from './registry.ts';

export const GATEWAY = 'edge';
/** Enterprises. */
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

/** A gateway that writes records one after the other. */
export function createWriter(key: PrivateKey, gateway = GATEWAY) {
  const sign = createSealer(key);
  let end = beginningOf(gateway);
  let after = 0;
  let number = 0;

  /** As many records, the last one sealed. */
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

/** As a journal has them. */
export function linesOf(records: readonly LoggedText[]): string {
  return records.map(({ text, seal }) => (seal === null ? `${text}\n` : `${text}\n${seal}\n`)).join('');
}

export interface Asker {
  client: string;
  user: string | null;
  department: string | null;
  scopes: string[];
}

export const AUDITOR: Asker = {
  client: 'audit',
  user: null,
  department: null,
  scopes: ['accesses:read', 'sensitive:read'],
};
export const NOBODY: Asker = { client: 'public', user: null, department: null, scopes: [] };

/** What a gateway does, and those who look at its log. */
export function openAccessLog(registry: OpenRegistry, key: PrivateKey, gateway = GATEWAY) {
  const createContext = createContexts(registry.department.database.db, composer, registry.options);

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
    /** The answer as it is. */
    record,
    recordLines,
    /** Number of the last record that is kept, or the code of what is wrong. */
    async kept(records: readonly LoggedText[], signer = key): Promise<unknown> {
      const { data, errors } = await record(records, signer);
      return errors?.[0]?.extensions['code'] ?? (data as { end: { sequence: number } }).end.sequence;
    },
    askAs(asker: Asker, source: string, variableValues: Record<string, unknown> = {}) {
      const caller = { ...asker, seesSensitive: asker.scopes.includes('sensitive:read') };
      return graphql({ schema, source, variableValues, contextValue: { ...createContext(), caller } });
    },
  };
}
