import type { Assertion } from '@yiwang/identity';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import type { OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { createCalendar } from '@yiwang/codes/working-days';
import { randomUUID } from 'node:crypto';
import { type AdvanceOptions, advanceMatter } from '../src/course/advance-matter.ts';
import type { MatterEvent } from '../src/course/matter.ts';
import { prepareMatterStatements } from '../src/course/matter-statements.ts';
import { createReadDefinition } from '../src/definition/definitions.ts';
import { matterVersions } from '../src/tables.ts';
import { MATTERS } from '../seed/matters/matters.ts';
import { openServed } from './ask.ts';

export type Who = Partial<Assertion>;

export const BUILDER = '91320000608950987L';
/** Opening an enterprise, which a person applies for. */
export const OPENING = 'YJS320000001';
/** A transfer of real estate, which an enterprise or a person applies for. */
export const TRANSFER = 'YJS320000002';
/** An industrial building, which an enterprise applies for. */
export const BUILDING = 'YJS320000003';

const person = (user: string, mandates: Who['mandates'] = []): Who => ({ client: 'portal', user, mandates });
export const FOUNDER = person('person-001');
/** Acts for the builder in all matters. */
export const OWNER = person('person-002', [{ id: 'M1', uscc: BUILDER, items: null }]);
/** Acts for the builder in this matter alone. */
export const AGENT = person('person-003', [{ id: 'M2', uscc: BUILDER, items: [BUILDING] }]);
/** Acts for the builder in another matter. */
export const OTHER_AGENT = person('person-004', [{ id: 'M3', uscc: BUILDER, items: [OPENING] }]);
export const STRANGER = person('person-005');
export const FORMER_OWNER = person('person-002');

const of = (user: string, scopes: string[]): Who => ({
  client: 'desk',
  user,
  department: 'services',
  scopes,
});
export const OPERATOR = of('operator-1', ['matters:operate']);
export const AUTHOR = of('official-1', ['items:edit', 'items:publish']);
export const PUBLISHER = of('official-2', ['items:publish']);

/** Answers of a founder that are whole. */
export const ANSWERS = {
  enterprise: {
    name: '常州晓岚食品有限公司',
    type: '1130',
    industry: '5212',
    capitalCny: '1000000',
    businessScope: '食品销售',
    address: '武进区滨湖路1号',
  },
  representative: { name: '林晓岚', phone: '0519-86660000' },
  seal: { areaM2: 120 },
};

/** What a department writes of an application, without asking one. */
export interface OpenServices extends OpenServedDepartment {
  /** What machine events need; nothing is asked of departments. */
  options: AdvanceOptions;
  advance(number: string, event: MatterEvent): Promise<void>;
  command(
    who: Who,
    name: string,
    args: Record<string, unknown>,
    types: Record<string, string>,
  ): Promise<Outcome>;
}

export interface Outcome {
  matterCase: { number: string; state: string; version: number } | null;
  userErrors: { code: string; field: string[] | null }[];
  code?: string | undefined;
}

/** The department with its matters, over HTTP. */
export async function openServices(now?: () => Date, client?: GatewayClient): Promise<OpenServices> {
  const served = await openServed(now, undefined, client);
  const { db, service } = served.database;
  await db.insert(matterVersions).values(
    MATTERS.map(({ code, definition }) => ({
      matter: code,
      version: 1,
      state: 'PUBLISHED' as const,
      definition,
      editors: ['yiwang'],
      changedAt: '2026-01-01T00:00:00Z',
      publishedAt: '2026-01-01T00:00:00Z',
    })),
  );
  const options = {
    sql: service.sql,
    statements: prepareMatterStatements(service.db),
    readDefinition: createReadDefinition(),
    startWork: async () => {},
    calendar: createCalendar(),
    now: now ?? (() => new Date()),
    onChange: () => {},
  };
  return {
    ...served,
    options,
    async advance(number, event) {
      await advanceMatter(options, number, event, { side: 'DEPARTMENT', person: null });
    },
    async command(who, name, args, types) {
      const given = { idempotencyKey: randomUUID(), ...args };
      const declared = Object.entries({ ...types, idempotencyKey: 'ID!' });
      const query = `mutation (${declared.map(([one, type]) => `$${one}: ${type}`).join(', ')}) {
        ${name}(${declared.map(([one]) => `${one}: $${one}`).join(', ')}) {
          matterCase { number state version } userErrors { code field }
        }
      }`;
      const { data, errors } = await served.ask(query, who, given);
      const payload = data?.[name] as Outcome | null | undefined;
      return payload ?? { matterCase: null, userErrors: [], code: errors?.[0]?.extensions.code };
    },
  };
}
