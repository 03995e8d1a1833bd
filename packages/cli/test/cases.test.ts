import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICIAL, type OpenCases, openCases, OWNER, STRANGER, type Who } from './support/open-cases.ts';

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
}, 120_000);
afterAll(() => open?.[Symbol.asyncDispose]());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A case of the owner's enterprise after these steps, each as the words of the command with NUMBER for the number. */
async function caseAfter(...steps: (readonly [who: Who, ...words: string[]])[]): Promise<string> {
  const started = await open.answerTo(
    OWNER,
    ...['case', 'start', open.item.code, '--for', open.uscc, '--form', 'whole.json'],
  );
  const { number } = started.case;
  for (const [who, name, ...words] of steps) await open.answerTo(who, 'case', name!, number, ...words);
  return number;
}

/** What a refused step says. */
async function refused(who: Who, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await open.yiwang(who, 'case', ...words);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  return stdout;
}

const SUBMIT = [OWNER, 'submit'] as const;
const ACCEPT = [OFFICIAL, 'accept'] as const;
const REVIEW = [OFFICIAL, 'review'] as const;

test('a case goes from draft to permit and rating, and both sides see who acts next', async () => {
  const { item, uscc } = open;
  const started = await open.spawnYiwang(OWNER, 'case', 'start', item.code, '--for', uscc);
  expect(started).toMatchObject({ code: 0, stderr: '' });
  expect(started.stdout).toMatch(new RegExp(`draft .*${uscc} .*applicant: save, submit`));
  expect(started.stdout).toMatch(/contact +联系人 Contact +needed\n[^]*filedBy .*needed +"SELF" 本单位人员/);
  const number = /^\d{14}-\d{6}/m.exec(started.stdout)![0];

  expect(await refused(OWNER, 'submit', number)).toMatch(
    new RegExp(`phone[^]*\\[MALFORMED_FORM\\]\n→ .*yiwang case save ${number} FILE\\.json`),
  );
  await open.answerTo(OWNER, 'case', 'save', number, 'whole.json');
  await open.answerTo(OWNER, 'case', 'submit', number);

  const inbox = await open.yiwang(OFFICIAL, 'case', 'inbox', '--state', 'submitted', '--item', item.code);
  expect(inbox.stdout).toMatch(new RegExp(`${number} +submitted .*office: accept, return or decline by 20`));
  const returned = await open.yiwang(
    OFFICIAL,
    ...['case', 'return', number, '--defect', 'phone: 缺少区号', '--defect', '申请表未签字'],
  );
  expect(returned).toMatchObject({ code: 0, stderr: '' });
  expect(returned.stdout).toMatch(/returned .*applicant: save, submit again/);
  const seen = await open.yiwang(OWNER, 'case', 'show', number);
  expect(seen.stdout).toMatch(/returned +official\n.*✗ phone: 缺少区号\n.*✗ 申请表未签字/);

  for (const [who, name, ...words] of [
    SUBMIT,
    ACCEPT,
    REVIEW,
    [OFFICIAL, 'suspend', '--reason', '现场核查'],
    [OFFICIAL, 'resume'],
    [OFFICIAL, 'extend', '--days', '2', '--reason', '情况复杂'],
    [OFFICIAL, 'decide', 'granted', '--permit-name', '试用许可证', '--valid-until', '2099-12-31'],
    [OFFICIAL, 'deliver'],
  ] as const) {
    await open.answerTo(who, 'case', name, number, ...words);
  }
  const rated = await open.answerTo(OWNER, 'case', 'rate', number, '5', '--comment', '很快');
  expect(rated.case).toMatchObject({ state: 'DELIVERED', decision: 'GRANTED', rating: 5, version: 13 });

  const shown = await open.yiwang(OWNER, 'case', 'show', number);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(/permit +XK\d+-\d+ 试用许可证, valid/);
  expect(shown.stdout).toMatch(/valid +\d{4}-\d\d-\d\d – 2099-12-31/);
  expect(shown.stdout).toMatch(/extended by +2 working days/);
  expect(shown.stdout).not.toMatch(/^next/m);
  const { edges } = await open.answerTo(OWNER, 'case', 'list', '--applicant', uscc, '--state', 'delivered');
  expect(edges).toMatchObject([{ node: { number } }]);
});

test('materials may follow, and are supplied; a commitment takes the place of a proof', async () => {
  const followUp = ['--follow-up', '平面图', '--follow-up', '租赁合同', '--follow-up-by', inDays(10)];
  const number = await caseAfter(SUBMIT, [OFFICIAL, 'accept', ...followUp], REVIEW);
  expect(await refused(OFFICIAL, 'decide', number, 'granted')).toMatch(
    /\[FOLLOW_UP_MISSING\]\n→ .*yiwang case supply/,
  );
  const { stdout } = await open.yiwang(OWNER, 'case', 'supply', number, '平面图');
  expect(stdout).toContain(`applicant: supply 租赁合同 by ${inDays(10)}`);
  const supplied = await open.answerTo(OWNER, 'case', 'supply', number, '租赁合同');
  expect(supplied.case.followUp).toBeNull();

  const promised = await caseAfter(SUBMIT, [
    ...ACCEPT,
    ...['--commitment', '符合消防要求', '--signed-by', '林晓岚'],
  ]);
  const { timeline } = await open.answerTo(OWNER, 'case', 'show', promised);
  expect(timeline.at(-1)).toMatchObject({ step: 'ACCEPTED_ON_COMMITMENT', side: 'OFFICIAL' });
});

test('a case ends by withdrawal, by not being accepted, and by a denial with its reason', async () => {
  const withdrawn = await caseAfter(SUBMIT);
  await open.answerTo(OWNER, 'case', 'withdraw', withdrawn, '--reason', '不再经营');
  const declined = await caseAfter(SUBMIT, [OFFICIAL, 'decline', '--reason', '不属于本部门职权']);
  const denied = await caseAfter(SUBMIT, ACCEPT, REVIEW);
  expect(await refused(OFFICIAL, 'decide', denied, 'denied')).toContain('[MALFORMED_TEXT]');
  await open.answerTo(OFFICIAL, 'case', 'decide', denied, 'denied', '--reason', '不符合条件');

  const shown = await Promise.all(
    [withdrawn, declined, denied].map((number) => open.answerTo(OWNER, 'case', 'show', number)),
  );
  expect(shown).toMatchObject([
    { state: 'WITHDRAWN' },
    { state: 'NOT_ACCEPTED' },
    { state: 'DECIDED', decision: 'DENIED', permit: null },
  ]);
  expect(shown.map(({ timeline }) => timeline.at(-1).note)).toEqual([
    '不再经营',
    '不属于本部门职权',
    '不符合条件',
  ]);
});

test('values of other departments are filled in, confirmed and disputed only where there are some', async () => {
  // No gateway is named to this department, of which it could ask.
  const number = await caseAfter();
  expect(await refused(OWNER, 'prefill', number)).toMatch(/\[NO_PREFILL\]\n→ .*yiwang case save/);
  const dispute = ['dispute', number, 'contact', '--problem', '不是我'];
  for (const words of [['confirm', number, 'contact'], dispute]) {
    expect(await refused(OWNER, ...words)).toMatch(/\[UNKNOWN_FIELD\]\n→ Name a field/);
  }
});

test('a person applies for itself without a mandate', async () => {
  const { case: own } = await open.answerTo(STRANGER, 'case', 'start', open.item.code);
  expect(own).toMatchObject({ state: 'DRAFT', applicant: null });
  const mine = await open.answerTo(STRANGER, 'case', 'list', '--state', 'draft');
  expect(mine.edges).toMatchObject([{ node: { number: own.number } }]);
});

test('who may not take a step, or takes it out of order, is told what to do, and ends with 1', async () => {
  const number = await caseAfter(SUBMIT);
  expect(await refused(STRANGER, 'start', open.item.code, '--for', open.uscc)).toMatch(
    /\[NO_MANDATE\]\n→ yiwang mandate list/,
  );
  expect(await refused(OFFICIAL, 'deliver', number)).toMatch(
    /\[WRONG_STATE\]\n→ yiwang case show \d{14}-\d{6} /,
  );
  expect(await refused(OWNER, 'withdraw', number, '--version', '1')).toMatch(/\[STALE_VERSION\]\n→ /);
  expect(await refused({ ...OFFICIAL, sub: 'official-002' }, 'accept', number)).toMatch(
    /\[(NOT_YOUR_REGION|UNKNOWN_NUMBER)\]\n→ yiwang case (inbox|list)/,
  );
  for (const words of [['accept', number], ['inbox']]) {
    const { code, stderr } = await open.yiwang(OWNER, 'case', ...words);
    expect(code).toBe(1);
    expect(stderr).toMatch(/UNAUTHORIZED_FIELD.*cases:decide/);
  }
  expect((await open.answerTo(OWNER, 'case', 'show', number)).version).toBe(2);
});

test('a case that there is not, and a draft of others, are refused alike', async () => {
  const draft = await caseAfter();
  const show = async (number: string) => {
    const { code, stdout, stderr } = await open.yiwang(STRANGER, 'case', 'show', number);
    return { code, stdout, stderr: stderr.replaceAll(number, 'NUMBER') };
  };
  const foreign = await show(draft);
  expect(foreign).toMatchObject({ code: 1, stdout: '' });
  expect(await show(`${draft.slice(0, -6)}999999`)).toEqual(foreign);
});

test('a step that is repeated with the same key and version is taken once; a key needs the version', async () => {
  const number = await caseAfter();
  const submit = () => open.answerTo(OWNER, 'case', 'submit', number, '--key', 'my-key', '--version', '1');
  expect([await submit(), await submit()]).toMatchObject([
    { case: { version: 2 } },
    { case: { version: 2 } },
  ]);
  expect(await refused(OWNER, 'withdraw', number, '--key', 'my-key', '--version', '2')).toMatch(
    /\[IDEMPOTENCY_KEY_REUSED\]\n→ /,
  );
  const alone = await open.yiwang(OWNER, 'case', 'withdraw', number, '--key', 'other-key');
  expect(alone).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--version N') });
});

test('what officials read is logged with the number of the case, a basis and their name; own reading without a purpose', async () => {
  const number = await caseAfter(SUBMIT, ACCEPT);
  await open.yiwang(OFFICIAL, 'case', 'show', number, '--basis', '消防法 第十五条');
  const folder = join(open.exchange.folder, 'access-log');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  const records = texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.includes(number))
    .map((line) => JSON.parse(line) as { user: string; grants: string[]; purpose: object | null });
  const of = (user: string) => records.filter((record) => record.user === user);
  const purposes = of('official-001').map(({ purpose }) => purpose);
  const purpose = (basis: string) => ({ basis, caseNumber: number, requester: 'official-001' });
  expect(purposes).toContainEqual(purpose('行政许可法 第三十四条'));
  expect(purposes.at(-1)).toEqual(purpose('消防法 第十五条'));
  expect(of('person-001').length).toBeGreaterThan(0);
  for (const own of of('person-001')) expect(own).toMatchObject({ grants: ['own'], purpose: null });
});

test.each<[what: string, words: string[], told: RegExp]>([
  ['a form that is no JSON', ['save', 'N', 'text.json'], /The form text\.json is not JSON/],
  ['a form that is not there', ['save', 'N', 'none.json'], /There is no form none\.json/],
  ['six stars', ['rate', 'N', '6'], /from 1 to 5/],
  ['another decision', ['decide', 'N', 'perhaps'], /granted, denied/],
  ['a day that is none', ['accept', 'N', '--follow-up', 'a', '--follow-up-by', '2026-02-30'], /2027-06-30/],
  ['a material without its day', ['accept', 'N', '--follow-up', 'a'], /go together/],
  ['a defect without a problem', ['return', 'N', '--defect', 'phone:'], /field: problem/],
  ['a return without defects', ['return', 'N'], /--defect/],
])('%s is told in words, and ends with 2', async (_what, words, told) => {
  await open.exchange.write('text.json', 'text');
  const { code, stdout, stderr } = await open.yiwang(OFFICIAL, 'case', ...words);
  expect(stderr).toMatch(told);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
