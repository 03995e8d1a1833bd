import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  contents,
  type PrivateKey,
  readPrivateKey,
  readPublicKeys,
  signClientToken,
  signCredential,
  signSupergraph,
  verifySupergraph,
} from '@yiwang/identity';
import { signAs } from '@yiwang/testing';
import { expect, test } from 'vitest';
import { ROOT } from '../support/compose-file.ts';
import type { Answer, NpmStart } from '../support/npm-start.ts';
import { runProgram } from '../support/run-program.ts';

const KEYS = ['gateway', 'registry', 'operator', 'auditor', 'issuer', 'cursors', 'department:tax'];
const LIST = `query List($first: Int!, $after: String) {
  enterprises(first: $first, after: $after) { pageInfo { endCursor } edges { node { uscc permits { totalCount } } } }
}`;
const TIMEOUT = { timeout: 30_000, interval: 200 };
const CLIENT = { id: 'desk', user: null, department: null, scopes: [] };

/** Replaces the keys of a system that runs, while clients ask. Afterwards its keys are others. */
export function testKeyRotation(system: () => NpmStart): void {
  const keyOf = async (name: string) =>
    readPrivateKey(await readFile(join(system().data, 'keys', `${name}.key`), 'utf8'));
  const registry = () => `http://127.0.0.1:${system().port + 5}/graphql`;
  const tokenBy = (issuer: PrivateKey) => signClientToken(issuer, CLIENT, 600);
  const list = (after: string | null, token: string, first = 2) =>
    system().ask(LIST, { first, after }, { authorization: `Bearer ${token}` });

  async function readsRegistryBy(key: PrivateKey): Promise<Answer> {
    const claim = { action: 'read', digest: contents.read('gateways', {}) };
    const query = 'query ($credential: String) { gateways(credential: $credential) { name } }';
    return system().ask(query, { credential: await signCredential(key, claim) }, {}, registry());
  }

  async function taxAnswers(key: PrivateKey): Promise<Answer> {
    const query = '{ __typename }';
    const signed = await signAs(key, 'tax', {}, JSON.stringify({ query, variables: {} }));
    return system().ask(query, {}, signed, `http://127.0.0.1:${system().port + 3}/graphql`);
  }

  /** Asks on and on with what is current; returns what failed. */
  async function load(stopping: AbortSignal): Promise<{ faults: Answer[]; asked: number }> {
    const faults: Answer[] = [];
    let asked = 0;
    let cursor: string | null = null;
    const note = (answer: Answer): Answer => {
      asked += 1;
      if (answer.errors) faults.push(answer.errors);
      return answer;
    };
    const failed = (error: Error): Answer => ({ errors: [error.message] });
    while (!stopping.aborted) {
      const token: string = await tokenBy(await keyOf('issuer'));
      const { data }: Answer = note(await list(cursor, token).catch(failed));
      cursor = data?.enterprises.pageInfo.endCursor ?? null;
      note(await readsRegistryBy(await keyOf('operator')).catch(failed));
      note(await readsRegistryBy(await keyOf('tax')).catch(failed));
      await sleep(50);
    }
    return { faults, asked };
  }

  test('one command replaces every key while clients ask: none of their requests fails, and what the former keys sign is refused afterwards', async () => {
    const names = ['gateway', 'registry', 'operator', 'auditor', 'issuer', 'tax'];
    const former = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await keyOf(name)] as const)),
    ) as Record<string, PrivateKey>;
    const token = await tokenBy(former['issuer']!);
    // The seventh row: no client of the load goes on from there, so that no gateway keeps the answer.
    const { data: page } = await list(null, token, 7);
    const cursor = page.enterprises.pageInfo.endCursor as string;
    const versionOf = async () =>
      (await system().read('gateways', {}, 'running { version }'))[0].running[0].version as number;
    const version = await versionOf();
    const stopping = new AbortController();
    const loaded = Promise.all([load(stopping.signal), load(stopping.signal)]);

    const rotating = runProgram(ROOT, [
      ...['packages/cli/bin/yiwang.mjs', 'rotate-key', ...KEYS],
      ...['--overlap', '8s', '--data', system().data],
    ]);
    const code = await rotating.ended;
    stopping.abort();
    const results = await loaded;

    expect(code, rotating.output()).toBe(0);
    expect(results.flatMap(({ faults }) => faults)).toEqual([]);
    expect(Math.min(...results.map(({ asked }) => asked))).toBeGreaterThan(20);
    const unauthenticated = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
    await expect.poll(() => list(null, token), TIMEOUT).toMatchObject(unauthenticated);
    await expect.poll(() => readsRegistryBy(former['operator']!), TIMEOUT).toMatchObject(unauthenticated);
    expect(await readsRegistryBy(former['tax']!)).toMatchObject(unauthenticated);
    expect(await readsRegistryBy(former['gateway']!)).toMatchObject(unauthenticated);
    await expect.poll(() => taxAnswers(former['gateway']!), TIMEOUT).toMatchObject(unauthenticated);
    expect(await taxAnswers(await keyOf('gateway'))).toMatchObject({ data: { __typename: 'Query' } });
    const fresh = await tokenBy(await keyOf('issuer'));
    await expect
      .poll(() => list(cursor, fresh), TIMEOUT)
      .toMatchObject({ errors: [{ extensions: { code: 'MALFORMED_CURSOR' } }] });
    expect((await list(null, fresh)).errors).toBeUndefined();
    // What the registry signs with its former key, gateways believe no longer; what is in force they have by the new one.
    const believed = await readPublicKeys(
      await readFile(join(system().data, 'keys/registry.key.pub'), 'utf8'),
    );
    const forged = await signSupergraph(
      former['registry']!,
      { version: 99, variant: 'internal' },
      'type Query',
    );
    await expect(verifySupergraph(believed, forged, 'type Query')).rejects.toThrow('signed with another key');
    expect(await versionOf()).toBe(version + 1);
  }, 120_000);
}
