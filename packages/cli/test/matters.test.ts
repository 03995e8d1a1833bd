import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { OWNER, STRANGER, type Who } from './support/open-graph.ts';
import {
  CODE,
  openMatters,
  type OpenMatters,
  OPERATOR,
  publishMatter,
  REGISTRAR,
  until,
} from './support/open-matters.ts';
import { runYiwang } from './support/run-yiwang.ts';
import { startProxy } from './support/start-proxy.ts';

const YIWANG = fileURLToPath(new URL('../bin/yiwang.mjs', import.meta.url));

let open: OpenMatters;
beforeAll(async () => {
  open = await openMatters();
  await publishMatter(open);
}, 240_000);
afterAll(() => open?.[Symbol.asyncDispose]());

interface Shown {
  state: string;
  version: number;
  steps: { name: string; state: string; departmentCase: string | null; problems: { code: string }[] }[];
  timeline: { step: string | null; to: string }[];
}

/** Writes a form, and returns its file. */
function formOf(name: string, more: object = {}): Promise<string> {
  return open.exchange.write(
    'form.json',
    JSON.stringify({ enterprise: { name, address: '武进区滨湖路1号' }, ...more }),
  );
}

async function submitted(name: string, more: object = {}): Promise<string> {
  const form = await formOf(name, more);
  const started = await open.answerTo(OWNER, 'matter', 'start', CODE, '--region', '3204', '--form', form);
  await open.answerTo(OWNER, 'matter', 'submit', started.matterCase.number);
  return started.matterCase.number;
}

/** The application as soon as a step, or the whole, is in a state. */
function shownWhen(number: string, step: string | null, state: string): Promise<Shown> {
  const show = (): Promise<Shown> => open.answerTo(OWNER, 'matter', 'show', number);
  return until(show, (one) =>
    step === null
      ? one.state === state
      : one.steps.some((each) => each.name === step && each.state === state),
  );
}

const stepOf = (shown: Shown, name: string) => shown.steps.find((step) => step.name === name)!;

async function refused(who: Who, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await open.yiwang(who, 'matter', ...words);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  return stdout;
}

/** `matter follow` in a process of its own. */
async function follow(number: string) {
  const { cwd, env } = await open.surroundings(OWNER);
  const child = spawn(process.execPath, [YIWANG, 'matter', 'follow', number, '--json'], {
    env: { ...bareEnvironment(), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
  });
  const told: Shown[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => told.push(JSON.parse(line) as Shown));
  const ended = once(child, 'close');
  return { told, code: async () => (await ended)[0] as number | null };
}

test('one application goes through departments: returned, corrected, decided, stuck, retried, skipped, completed', async () => {
  const form = await formOf('常州晓岚食品有限公司', { deputy: 'person-007' });
  const started = await open.spawnYiwang(OWNER, 'matter', 'start', CODE, '--region', '3204');
  expect(started).toMatchObject({ code: 0, stderr: '' });
  expect(started.stdout).toMatch(
    /draft .*applicant: save, submit\n[^]*enterprise\.name +企业名称 Name +needed/,
  );
  const number = /^L\d{14}-\d{6}/m.exec(started.stdout)![0];
  expect(await refused(OWNER, 'submit', number)).toMatch(
    new RegExp(`\\[MALFORMED_FORM\\]\n→ yiwang matter show ${number}`),
  );
  await open.answerTo(OWNER, 'matter', 'save', number, form);
  await open.answerTo(OWNER, 'matter', 'submit', number);
  const following = await follow(number);

  const atOffice = await shownWhen(number, 'registration', 'AT_OFFICE');
  const there = stepOf(atOffice, 'registration').departmentCase!;
  const at = ['--at', 'enterprises'];
  const inbox = await open.yiwang(REGISTRAR, 'case', 'inbox', ...at);
  expect(inbox.stdout).toMatch(
    new RegExp(`${there} +submitted +常州晓岚食品有限公司 .*accept, return or decline`),
  );
  await open.answerTo(REGISTRAR, 'case', 'return', there, '--defect', 'address: 缺少门牌号', ...at);

  await shownWhen(number, 'registration', 'RETURNED');
  const returned = await open.yiwang(OWNER, 'matter', 'show', number);
  expect(returned.stdout).toMatch(/^IN PROGRESS\n/);
  expect(returned.stdout).toMatch(/next +applicant: complete registration \(enterprises\)/);
  expect(returned.stdout).toMatch(
    new RegExp(
      `✓ name .* done .*\n! └─ registration .* returned to the applicant +${there}\n.*✗ address: 缺少门牌号\n○    └─ deputy .* waiting .* waits for registration`,
    ),
  );
  expect(returned.stdout).toMatch(/enterprise\.address .*武进区滨湖路1号/);
  const corrected = JSON.stringify({
    enterprise: { name: '常州晓岚食品有限公司', address: '武进区滨湖路1号801室' },
    deputy: 'person-007',
  });
  await open.answerTo(
    OWNER,
    'matter',
    'complete',
    number,
    await open.exchange.write('corrected.json', corrected),
  );
  await shownWhen(number, 'registration', 'AT_OFFICE');

  await open.answerTo(REGISTRAR, 'case', 'accept', there, ...at);
  await open.answerTo(REGISTRAR, 'case', 'review', there, ...at);
  const decided = await open.yiwang(REGISTRAR, 'case', 'decide', there, 'granted', ...at);
  expect(decided).toMatchObject({ code: 0, stderr: '' });
  expect(decided.stdout).toMatch(new RegExp(`${there} +decided, granted`));
  const seen = await open.yiwang(OWNER, 'case', 'show', there, ...at);
  expect(seen.stdout).toMatch(/address +武进区滨湖路1号801室\nregistered as +91320400[0-9A-Z]{10}/);

  const stuck = await until(
    () => open.answerTo(OPERATOR, 'matter', 'stuck'),
    (steps) => steps.some((step: { number: string }) => step.number === number),
  );
  expect(stuck).toMatchObject([{ number, step: 'deputy', department: 'enterprises', work: 'DO' }]);
  const listed = await open.yiwang(OPERATOR, 'matter', 'stuck');
  expect(listed.stdout).toMatch(new RegExp(`${number} +deputy +enterprises +do .*UNAUTHORIZED_FIELD`));
  await open.answerTo(OPERATOR, 'matter', 'retry', number, 'deputy');
  await until(
    () => open.answerTo(OPERATOR, 'matter', 'stuck'),
    (steps) => steps.length === 1,
  );
  const dry = await open.answerTo(OPERATOR, 'matter', 'retry', '--all', '--dry-run');
  expect(dry).toMatchObject([{ department: 'enterprises', steps: 1, goOnByThemselves: 0 }]);
  const other = await open.yiwang(OPERATOR, 'matter', 'retry', '--all', '--department', 'tax');
  expect(other).toMatchObject({ code: 0, stdout: 'Nothing is stuck.\n' });
  const all = await open.yiwang(OPERATOR, 'matter', 'retry', '--all');
  expect(all).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1 step goes on\.\n/) });
  await until(
    () => open.answerTo(OPERATOR, 'matter', 'stuck'),
    (steps) => steps.length === 1,
  );
  await open.answerTo(OPERATOR, 'matter', 'skip', number, 'deputy', '--reason', '到窗口办理');

  const whole = await shownWhen(number, null, 'COMPLETED');
  expect(whole.timeline.at(-1)).toMatchObject({ step: null, to: 'COMPLETED' });
  const shown = await open.yiwang(OWNER, 'matter', 'show', number);
  expect(shown.stdout).toMatch(/^COMPLETED\n[^]*✓ └─ registration[^]*– {4}└─ deputy[^]*✗ 到窗口办理/);
  expect(shown.stdout).toMatch(/time +[█▒·]+ +█ people .*, ▒ applicant .*, · programs /);
  expect(shown.stdout).not.toMatch(/^next/m);

  expect(await following.code()).toBe(0);
  const versions = following.told.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
  expect(following.told.at(-1)).toMatchObject({ state: 'COMPLETED', timeline: whole.timeline });
}, 120_000);

test('what a department refuses is told with its code, and what was done is undone when the applicant withdraws', async () => {
  const first = await submitted('常州听雨茶业有限公司');
  const registration = stepOf(await shownWhen(first, 'registration', 'AT_OFFICE'), 'registration');
  const second = await submitted('常州听雨茶业有限公司');
  const taken = await shownWhen(second, 'name', 'RETURNED');
  expect(stepOf(taken, 'name').problems).toMatchObject([{ code: 'NAME_TAKEN' }]);
  const told = await open.yiwang(OWNER, 'matter', 'show', second);
  expect(told.stdout).toMatch(/✗ input\.name: .* \[NAME_TAKEN\]/);

  await open.answerTo(OWNER, 'matter', 'withdraw', first, '--reason', '不再开办');
  const withdrawn = await shownWhen(first, null, 'WITHDRAWN');
  expect(withdrawn.steps.map(({ state }) => state)).toEqual(['UNDONE', 'UNDONE', 'SKIPPED']);
  const there = await open.answerTo(
    OWNER,
    'case',
    'show',
    registration.departmentCase!,
    '--at',
    'enterprises',
  );
  expect(there.state).toBe('WITHDRAWN');
  // The name is free again.
  await open.answerTo(OWNER, 'matter', 'complete', second, await formOf('常州听雨茶业有限公司'));
  await shownWhen(second, 'registration', 'AT_OFFICE');

  await open.answerTo(OPERATOR, 'matter', 'undo', second, '--reason', '系统升级');
  await shownWhen(second, null, 'FAILED');
  const failed = await open.yiwang(OPERATOR, 'matter', 'show', second);
  expect(failed.stdout).toMatch(/^FAILED\n[^]*reason +系统升级[^]*↶ └─ registration/);
  const { edges } = await open.answerTo(OWNER, 'matter', 'list', '--first', '2');
  expect(edges).toMatchObject([{ node: { number: second } }, { node: { number: first } }]);
}, 120_000);

test('who may not take a step, or takes it out of order, is told what to do, and ends with 1', async () => {
  const number = await submitted('常州观山文化有限公司');
  await shownWhen(number, 'registration', 'AT_OFFICE');
  expect(await refused(OWNER, 'start', 'YJS32000000X', '--region', '3204')).toMatch(
    /\[UNKNOWN_MATTER\]\n→ yiwang matter offers/,
  );
  expect(await refused(STRANGER, 'start', CODE, '--region', '3204', '--for', open.uscc)).toMatch(
    /\[NO_MANDATE\]\n→ yiwang mandate list/,
  );
  expect(await refused(STRANGER, 'withdraw', number, '--version', '1')).toMatch(
    /\[UNKNOWN_NUMBER\]\n→ yiwang matter list/,
  );
  expect(await refused(OWNER, 'withdraw', number, '--version', '1')).toMatch(/\[STALE_VERSION\]\n→ /);
  expect(await refused(OWNER, 'submit', number)).toMatch(
    new RegExp(`\\[WRONG_STATE\\]\n→ yiwang matter show ${number} `),
  );
  expect(await refused(OWNER, 'complete', number, await formOf('常州观山文化有限公司'))).toMatch(
    /\[NOTHING_RETURNED\]\n→ /,
  );
  expect(await refused(OWNER, 'complete', number, await formOf('常州观海文化有限公司'))).toMatch(
    /\[ANSWER_IN_USE\]\n→ /,
  );
  expect(await refused(OPERATOR, 'retry', number, 'name')).toMatch(/\[NOT_STUCK\]\n→ yiwang matter stuck/);
  expect(await refused(OPERATOR, 'skip', number, 'name', '--reason', '无需')).toMatch(/\[NOT_STUCK\]\n→ /);
  for (const words of [['stuck'], ['retry', number, 'name'], ['undo', number, '--reason', '不办']]) {
    const { code, stderr } = await open.yiwang(OWNER, 'matter', ...words);
    expect(code).toBe(1);
    expect(stderr).toMatch(/UNAUTHORIZED_FIELD.*matters:operate/);
  }
}, 60_000);

/** `matter withdraw` of a draft that is saved once while the command is on its way; with the versions that it named. */
async function overtaken(...words: string[]) {
  const { number } = (await open.answerTo(OWNER, 'matter', 'start', CODE, '--region', '3204')).matterCase;
  const authorization = `Bearer ${await open.sign(OWNER)}`;
  const versions: number[] = [];
  await using proxy = await startProxy(
    open.url,
    () => false,
    async (body) => {
      if (!body.includes('withdrawMatterCase')) return;
      versions.push((JSON.parse(body) as { variables: { seen: number } }).variables.seen);
      if (versions.length > 1) return;
      const save = `mutation { saveMatterCase(number: "${number}", form: {}, expectedVersion: 1, idempotencyKey: "${number}") { userErrors { code } } }`;
      const { data } = await ask(open.url.replace('/graphql', ''), save, { authorization });
      expect(data).toEqual({ saveMatterCase: { userErrors: [] } });
    },
  );
  const { cwd, env } = await open.surroundings(OWNER);
  const ran = await runYiwang(['matter', 'withdraw', number, ...words], {
    ...(cwd && { cwd }),
    env: { ...env, YIWANG_REGISTRY: proxy.url },
  });
  return { ...ran, versions };
}

test('a version that is overtaken while a command is on its way is read again; one that was named is not', async () => {
  expect(await overtaken()).toMatchObject({ code: 0, stderr: '', versions: [1, 2] });
  const named = await overtaken('--version', '1');
  expect(named).toMatchObject({ code: 1, stdout: expect.stringContaining('[STALE_VERSION]'), versions: [1] });
});

test('an application that there is not, and a draft of others, are refused alike', async () => {
  const draft = (await open.answerTo(OWNER, 'matter', 'start', CODE, '--region', '3204')).matterCase.number;
  const show = async (number: string) => {
    const { code, stdout, stderr } = await open.yiwang(STRANGER, 'matter', 'show', number);
    return { code, stdout, stderr: stderr.replaceAll(number, 'NUMBER') };
  };
  const foreign = await show(draft);
  expect(foreign).toMatchObject({ code: 1, stdout: '' });
  expect(await show(`${draft.slice(0, -6)}999999`)).toEqual(foreign);
});

test('a step that is repeated with the same key and version is taken once; a key needs the version', async () => {
  const { number } = (await open.answerTo(OWNER, 'matter', 'start', CODE, '--region', '3204')).matterCase;
  const withdraw = () =>
    open.answerTo(OWNER, 'matter', 'withdraw', number, '--key', 'my-key', '--version', '1');
  expect([await withdraw(), await withdraw()]).toMatchObject([
    { matterCase: { state: 'WITHDRAWN', version: 2 } },
    { matterCase: { state: 'WITHDRAWN', version: 2 } },
  ]);
  const alone = await open.yiwang(OWNER, 'matter', 'submit', number, '--key', 'other-key');
  expect(alone).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`yiwang matter show ${number} --json`),
  });
});
