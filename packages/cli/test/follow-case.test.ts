import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICIAL, type OpenCases, openCases, OWNER, STRANGER, type Who } from './support/open-cases.ts';
import { runYiwang } from './support/run-yiwang.ts';
import { startProxy } from './support/start-proxy.ts';

const YIWANG = fileURLToPath(new URL('../bin/yiwang.mjs', import.meta.url));

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
}, 120_000);
afterAll(() => open?.[Symbol.asyncDispose]());

async function submitted(): Promise<string> {
  const { item, uscc } = open;
  const args = ['case', 'start', item.code, '--for', uscc, '--form', 'whole.json'];
  const { number } = (await open.answerTo(OWNER, ...args)).case;
  await open.answerTo(OWNER, 'case', 'submit', number);
  return number;
}

/** `case follow` in a process of its own. */
async function follow(who: Who, number: string, registry?: string) {
  const { cwd, env } = await open.surroundings(who);
  const child = spawn(process.execPath, [YIWANG, 'case', 'follow', number, '--json'], {
    env: { ...bareEnvironment(), NO_COLOR: '1', ...env, ...(registry && { YIWANG_REGISTRY: registry }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
  });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async next() {
      const { value, done } = await lines.next();
      return done ? null : (JSON.parse(value) as { state: string; version: number; timeline: object[] });
    },
    code: async () => (await ended)[0] as number | null,
  };
}

test('who follows a case is told each step that others take, until the case has ended', async () => {
  const number = await submitted();
  const following = await follow(OWNER, number);
  expect(await following.next()).toMatchObject({ state: 'SUBMITTED', version: 2 });
  await open.answerTo(OFFICIAL, 'case', 'accept', number);
  expect(await following.next()).toMatchObject({
    state: 'ACCEPTED',
    timeline: [{ step: 'STARTED' }, { step: 'SUBMITTED' }, { step: 'ACCEPTED', side: 'OFFICIAL' }],
  });
  await open.answerTo(OWNER, 'case', 'withdraw', number);
  expect(await following.next()).toMatchObject({ state: 'WITHDRAWN' });
  expect(await following.next()).toBeNull();
  expect(await following.code()).toBe(0);
}, 60_000);

test('an official follows with a purpose; Ctrl-C ends it with 0', async () => {
  const number = await submitted();
  const following = await follow(OFFICIAL, number);
  expect(await following.next()).toMatchObject({ state: 'SUBMITTED' });
  await open.answerTo(OFFICIAL, 'case', 'accept', number);
  expect(await following.next()).toMatchObject({ state: 'ACCEPTED' });
  following.child.kill('SIGINT');
  expect(await following.code()).toBe(0);
}, 60_000);

test('when the connection breaks, it is opened again, and no step is missed or told twice', async () => {
  await using proxy = await startProxy(open.url);
  const number = await submitted();
  const following = await follow(OWNER, number, proxy.url);
  expect(await following.next()).toMatchObject({ version: 2 });
  await open.answerTo(OFFICIAL, 'case', 'accept', number);
  expect(await following.next()).toMatchObject({ version: 3 });
  proxy.cut();
  await open.answerTo(OFFICIAL, 'case', 'review', number);
  expect(await following.next()).toMatchObject({ version: 4 });
  await open.answerTo(OWNER, 'case', 'withdraw', number);
  expect(await following.next()).toMatchObject({ version: 5 });
  expect(await following.code()).toBe(0);
}, 60_000);

test('a case that has ended is told and not followed; a draft of others is refused', async () => {
  const number = await submitted();
  await open.answerTo(OWNER, 'case', 'withdraw', number);
  const told = await open.yiwang(OWNER, 'case', 'follow', number);
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout).toMatch(
    /started +applicant[^]*submitted +applicant[^]*withdrawn +applicant\nwithdrawn\n$/,
  );
  const { number: draft } = (await open.answerTo(OWNER, 'case', 'start', open.item.code)).case;
  const denied = await open.yiwang(STRANGER, 'case', 'follow', draft);
  expect(denied).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('There is no case') });
}, 60_000);

test('a step whose answer was lost is sent again with the same key, and taken once', async () => {
  const keys: string[] = [];
  await using proxy = await startProxy(open.url, (body) => {
    const { variables } = JSON.parse(body) as { variables: { key?: string } };
    if (variables.key === undefined) return false;
    keys.push(variables.key);
    return keys.length === 1;
  });
  const number = await submitted();
  const { cwd, env } = await open.surroundings(OWNER);
  const args = ['case', 'withdraw', number, '--json'];
  const { code, stdout, stderr } = await runYiwang(args, {
    ...(cwd && { cwd }),
    env: { ...env, YIWANG_REGISTRY: proxy.url },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ case: { state: 'WITHDRAWN', version: 3 }, userErrors: [] });
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('when nobody ever answers, the step can be repeated by the key that is told', async () => {
  await using proxy = await startProxy(open.url, (body) => body.startsWith('{"query":"mutation'));
  const number = await submitted();
  const { cwd, env } = await open.surroundings(OWNER);
  const { code, stdout, stderr } = await runYiwang(['case', 'withdraw', number], {
    ...(cwd && { cwd }),
    env: { ...env, YIWANG_REGISTRY: proxy.url },
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const [, key, version] = /Repeat the command with (--key \S+) (--version 2): so it is taken once\./.exec(
    stderr,
  )!;
  const again = await open.answerTo(
    OWNER,
    ...['case', 'withdraw', number, ...key!.split(' '), ...version!.split(' ')],
  );
  expect(again).toMatchObject({ case: { state: 'WITHDRAWN', version: 3 }, userErrors: [] });
}, 60_000);
