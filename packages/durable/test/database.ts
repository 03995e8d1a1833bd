import {
  createDatabase,
  databaseUrl,
  dropDatabase,
  makePassword,
  quoteName,
  roleUrl,
  rolesOf,
  settleDatabase,
} from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { prepareDurable } from '../src/prepare-durable.ts';

let count = 0;

/** A department's database with its two roles, prepared, and the tables in which workflows of tests write down what they do. */
export interface SagaDatabase extends AsyncDisposable {
  /** Of the role that serves. */
  url: string;
  ownerUrl: string;
  /** Of the administrator, who may act as any role. */
  adminUrl: string;
  role: string;
  /** As the role that serves. */
  sql: Sql;
}

/** Opens one; disposing drops it. */
export async function openSagaDatabase({ isPrepared = true } = {}): Promise<SagaDatabase> {
  const server = inject('serverUrl');
  const name = `yiwang_durable_${process.pid}_${++count}`;
  const passwords = { owner: makePassword(), service: makePassword() };
  const roles = rolesOf(name);
  await createDatabase(server, name);
  await settleDatabase(server, name, passwords);
  const ownerUrl = roleUrl(server, name, roles.owner, passwords.owner);
  const url = roleUrl(server, name, roles.service, passwords.service);
  if (isPrepared) await prepareDurable(ownerUrl, roles.service);
  await makeTables(ownerUrl, roles.service);
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  return {
    url,
    ownerUrl,
    adminUrl: databaseUrl(server, name),
    role: roles.service,
    sql,
    async [Symbol.asyncDispose]() {
      await sql.end({ timeout: 1 });
      await dropDatabase(server, name);
      const admin = postgres(server, { max: 1, onnotice: () => {} });
      for (const role of Object.values(roles)) await admin.unsafe(`drop role if exists ${quoteName(role)}`);
      await admin.end();
    },
  };
}

async function makeTables(ownerUrl: string, role: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`
    create table calls (id bigserial primary key, run text not null, step text not null, attempt int not null, pid int not null,
      at timestamptz not null default clock_timestamp(), ended_at timestamptz);
    create table finished (run text primary key, at timestamptz not null default clock_timestamp());
    create table broken (step text primary key);
    grant select, insert, update, delete on calls, finished, broken to ${quoteName(role)};
    grant usage on sequence calls_id_seq to ${quoteName(role)}`);
  await sql.end();
}

/** One call of a step's work. */
export interface Call {
  step: string;
  attempt: number;
  pid: number;
  at: Date;
  endedAt: Date | null;
}

/** The calls of a run, in the order in which they began. */
export async function callsOf(sql: Sql, run: string): Promise<Call[]> {
  return [
    ...(await sql<
      Call[]
    >`select step, attempt, pid, at, ended_at as "endedAt" from calls where run = ${run} order by id`),
  ];
}

export async function hasFinished(sql: Sql, run: string): Promise<boolean> {
  const [row] = await sql`select from finished where run = ${run}`;
  return row !== undefined;
}
