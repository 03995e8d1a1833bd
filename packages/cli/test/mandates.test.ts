import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenCases, openCases, OWNER, REGISTRAR, STRANGER } from './support/open-cases.ts';

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
}, 120_000);
afterAll(() => open?.[Symbol.asyncDispose]());

const UNTIL = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
const AGENT = { sub: 'agent-1', azp: 'portal' };

test('a legal representative lists for whom it acts, gives a mandate and ends it; the agent sees both', async () => {
  const { uscc, item } = open;
  const own = await open.yiwang(OWNER, 'mandate', 'list');
  expect(own).toMatchObject({ code: 0, stderr: '' });
  expect(own.stdout).toMatch(new RegExp(`in force +legal representative +person-001 +${uscc}`));

  const given = await open.spawnYiwang(
    OWNER,
    ...['mandate', 'give', uscc, '--person', 'agent-1', '--items', item.basicCode, '--until', UNTIL],
  );
  expect(given).toMatchObject({ code: 0, stderr: '' });
  const id = /M-\d{4}-\d+/.exec(given.stdout)![0];
  expect(given.stdout).toMatch(new RegExp(`in force +agent +agent-1 .*${item.basicCode} .*${UNTIL}`));

  const { edges } = await open.answerTo(OWNER, 'mandate', 'list', '--of', uscc);
  expect(edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(id);
  expect((await open.answerTo(AGENT, 'mandate', 'list')).totalCount).toBe(1);

  const ended = await open.answerTo(OWNER, 'mandate', 'revoke', id, '--reason', 'Left.');
  expect(ended).toMatchObject({ mandate: { id, state: 'REVOKED' }, userErrors: [] });
  const shown = await open.yiwang(AGENT, 'mandate', 'show', id);
  expect(shown.stdout).toMatch(/revoke +legal representative \/ person-001 +Left\./);
});

test('the same command with the same key gives one mandate', async () => {
  const give = () =>
    open.answerTo(
      OWNER,
      ...['mandate', 'give', open.uscc, '--person', 'agent-2', '--until', UNTIL, '--key', 'give-agent-2'],
    );
  const [first, second] = [await give(), await give()];
  expect(second).toEqual(first);
});

test('who is no legal representative is told who gives mandates, and ends with 1', async () => {
  const { code, stdout, stderr } = await open.yiwang(
    STRANGER,
    ...['mandate', 'give', open.uscc, '--person', 'agent-3', '--until', UNTIL],
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/\[NOT_LEGAL_REPRESENTATIVE\]\n→ The legal representative gives mandates/);
});

test('an official registers another legal representative, and a person without the scope may not', async () => {
  const args = ['mandate', 'register', open.uscc, '--person', 'person-100', '--reason', '变更登记 2026-17'];
  const denied = await open.yiwang(STRANGER, ...args);
  expect(denied).toMatchObject({ code: 1, stdout: '' });
  expect(denied.stderr).toMatch(/UNAUTHORIZED_FIELD.*mandates:register/);
  const again = ['mandate', 'register', open.uscc, '--person', 'person-001', '--reason', '变更登记 2026-18'];
  expect(await open.answerTo(REGISTRAR, ...args)).toMatchObject({ mandate: { person: 'person-100' } });
  // The other tests are the owner's.
  expect(await open.answerTo(REGISTRAR, ...again)).toMatchObject({ mandate: { person: 'person-001' } });
});

test('a mandate of others, and one that there is not, are refused alike', async () => {
  const { mandate } = await open.answerTo(
    OWNER,
    ...['mandate', 'give', open.uscc, '--person', 'agent-4', '--until', UNTIL],
  );
  const show = async (id: string) => {
    const { code, stdout, stderr } = await open.yiwang(STRANGER, 'mandate', 'show', id);
    return { code, stdout, stderr: stderr.replace(id, 'ID') };
  };
  const foreign = await show(mandate.id);
  expect(foreign).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('There is no mandate'),
  });
  expect(await show('M-2026-99999999')).toEqual(foreign);
});

test('nobody in particular is told to sign in, and how', async () => {
  const { code, stderr } = await open.yiwang(null, 'mandate', 'list');
  expect(code).toBe(1);
  expect(stderr).toMatch(/UNAUTHORIZED_FIELD.*Nobody is signed in: .*yiwang token --client portal/);
});
