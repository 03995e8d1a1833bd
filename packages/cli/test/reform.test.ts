import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { OFFICIAL, type OpenCases, openCases, OWNER, STRANGER } from './support/open-cases.ts';

// Through a real gateway, of which permits is a client with its own grants.

let open: OpenCases;
/** Code of the made-up item that cities offer without an application. */
let item: string;
beforeAll(async () => {
  open = await openCases({ asksOthers: true, withMatters: true });
  const [row] = await open.permits.sql<{ code: string }[]>`
    select code from service_items join item_versions on item_code = code
    where entitlement is not null and state = 'PUBLISHED' and region_code = '3204'`;
  item = row!.code;
}, 180_000);
afterAll(() => open?.[Symbol.asyncDispose]());

const desk = (scope: string) => ({ sub: 'official-001', azp: 'permits-desk', department: 'permits', scope });
const EDITOR = desk('items:edit');
const PUBLISHER = desk('items:publish');
const UNTIL = ['--until', '2025-12'];

test('materials shows what can be abolished now, and which grant abolishes the next', async () => {
  const { code, stdout, stderr } = await open.spawnYiwang(EDITOR, 'materials', ...UNTIL, '--top', '3');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/Can be abolished now: [\d,]+ materials/);
  expect(stdout).toMatch(
    /one grant \(tax → Taxpayer\.declarations\) abolishes [\d,]+ materials? of [\d,]+ items?, saves [\d,]+ papers? a year/,
  );
  expect(stdout).toContain('yiwang application apply --department tax');
  expect(stdout).not.toContain('could not be read');
  // The land department is not there: what it would hold cannot be applied for.
  expect(stdout).not.toContain('land →');
});

test('materials --json ranks by papers, of a region or item', async () => {
  const { held, nextGrants } = await open.answerTo(
    EDITOR,
    'materials',
    ...UNTIL,
    '--region',
    '3204',
    '--top',
    '100',
  );
  const papers = held.edges.map(({ node }: { node: { papersAYear: number } }) => node.papersAYear);
  expect(papers.length).toBeGreaterThan(0);
  expect(papers).toEqual([...papers].sort((one, other) => other - one));
  expect(nextGrants.every(({ coordinates }: { coordinates: unknown[] }) => coordinates.length > 0)).toBe(
    true,
  );
  const ofItem = await open.answerTo(EDITOR, 'materials', ...UNTIL, '--items', item);
  expect(ofItem).toMatchObject({ held: { totalCount: 0 }, nextGrants: [] });
});

test('a grant of the department moves a material from the next grants to what can be abolished', async () => {
  const client = {
    azp: 'permits-service',
    department: 'permits',
    sub: 'permits-service',
    scope: 'sharing:apply',
  };
  const until = `${new Date().getUTCFullYear() + 1}-12-31`;
  const fields = 'Taxpayer.declarations,TaxDeclaration.period,TaxPeriod.endsOn,TaxDeclaration.taxCny';
  const applied = await open.answerTo(
    client,
    ...['application', 'apply', '--department', 'tax', '--fields', fields, '--basis', '优化营商环境条例'],
    ...['--purpose', '免交净资产证明', '--until', until],
  );
  const decider = { sub: 'tax-1', azp: 'tax-desk', department: 'tax', scope: 'sharing:decide' };
  await open.answerTo(decider, 'application', 'approve', applied.application.number);
  await expect
    .poll(async () => (await open.answerTo(EDITOR, 'materials', ...UNTIL)).nextGrants, {
      timeout: 90_000,
      interval: 3_000,
    })
    .toEqual([]);
  const { stdout } = await open.yiwang(EDITOR, 'materials', ...UNTIL, '--top', '100');
  expect(stdout).toContain('(granted)');
}, 120_000);

test('materials --matter ranks matters by what they save, each thing once, and shows one', async () => {
  const all = await open.answerTo(EDITOR, 'materials', '--matter', ...UNTIL);
  expect(new Set(all.map(({ code }: { code: string }) => code))).toEqual(
    new Set(['YJS320000001', 'YJS320000002', 'YJS320000003']),
  );
  // No step of it is a case of permits.
  const transfer = all.find(({ code }: { code: string }) => code === 'YJS320000002');
  expect(transfer).toMatchObject({ abolishableMaterials: [], nextGrants: [] });
  const { code, stdout, stderr } = await open.spawnYiwang(
    EDITOR,
    ...['materials', '--matter', 'YJS320000003', ...UNTIL],
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^工业建设项目施工许可 YJS320000003 could save [\d,]+ papers? a year\n/);
  expect(stdout).toMatch(/Can be abolished now: \d+ material/);
  expect(stdout).toContain('After one more grant:');
  expect(stdout).not.toContain('企业开办');
  const none = await open.yiwang(EDITOR, 'materials', '--matter', 'YJS32000000X');
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('yiwang matter offers') });
  const both = await open.yiwang(EDITOR, 'materials', '--matter', 'YJS320000003', '--region', '3204');
  expect(both).toMatchObject({ code: 2, stdout: '' });
}, 120_000);

test('who is no official is refused', async () => {
  const { code, stderr } = await open.yiwang(OWNER, 'materials');
  expect(code).toBe(1);
  expect(stderr).toMatch(/refuses/);
});

test('indices shows bars of a region, and compares the cities', async () => {
  const { code, stdout, stderr } = await open.spawnYiwang(
    null,
    ...['indices', '--region', '32', '--month', '2025-11', '--by', 'city'],
  );
  expect(code).toBe(0);
  expect(stdout).toContain('32 in 2025-11');
  expect(stdout).toMatch(/事项覆盖度 coverage +█+[▏▎▍▌▋▊▉░]* +\d+\.\d % +[\d,]+ of [\d,]+/);
  expect(stdout).toMatch(/32 itself .*%/);
  expect(stdout).toMatch(/3204 +█/);
  // Few are told nothing of, to whoever may not read all cases.
  expect(stderr).toContain('TOO_FEW_SUBJECTS');
  const { coverage, children } = JSON.parse(
    (await open.yiwang(null, 'indices', '--region', '32', '--month', '2025-11', '--by', 'city', '--json'))
      .stdout,
  );
  const sum = children.reduce(
    (all: number, one: { coverage: { denominator: number } }) => all + one.coverage.denominator,
    0,
  );
  expect(sum).toBe(coverage.denominator);
  expect(children).toHaveLength(14);
});

test('an official is told all counts, exactly', async () => {
  // A month whose count rounding would change.
  const [received] = await open.permits.sql<{ month: string; count: number }[]>`
    select to_char(received_on, 'YYYY-MM') as month, count(*)::int as count from cases
    where region_code like '32%' and filed_by is null group by 1 having count(*) % 5 <> 0 order by 1 limit 1`;
  const { month, count } = received!;
  const { code, stdout, stderr } = await open.yiwang(
    OFFICIAL,
    ...['indices', '--region', '32', '--month', month, '--json'],
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout).effect.parts[0]).toMatchObject({ name: 'FILED_ONLINE', denominator: count });
});

test.each([
  ['a month that is none', ['--region', '32', '--month', '2025-13'], 1],
  ['a region that is none', ['--region', 'x'], 1],
  ['no region', [], 2],
])('indices of %s ends with an error', async (_what, args, expected) => {
  const { code, stdout } = await open.yiwang(null, 'indices', ...args);
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
});

test('a run offers an item to all who are entitled, and one of them accepts it by one command', async () => {
  const started = await open.yiwang(PUBLISHER, 'offers', 'run', '--item', item);
  expect(started).toMatchObject({ code: 0, stderr: '' });
  expect(started.stdout).toContain('A级纳税人奖励');
  const runs = async () => (await open.answerTo(PUBLISHER, 'offers', 'runs', '--item', item)).edges[0].node;
  for (let tries = 0; (await runs()).state === 'RUNNING' && tries < 300; tries++) await sleep(200);
  const run = await runs();
  expect(run).toMatchObject({ state: 'FINISHED', denied: 0, error: null, denials: [] });
  expect(run.read).toBeGreaterThan(run.entitled);
  expect(run.entitled).toBeGreaterThan(0);
  expect(run.offered).toBe(run.entitled);

  const [offer] = await open.permits.sql<
    { id: string; uscc: string }[]
  >`select id, uscc from offers order by id limit 1`;
  const owner = { sub: 'person-of-offer', azp: 'portal' };
  const registrar = {
    sub: 'registrar-1',
    azp: 'registry-desk',
    department: 'enterprises',
    scope: 'mandates:register',
  };
  await open.answerTo(
    registrar,
    'mandate',
    'register',
    offer!.uscc,
    '--person',
    owner.sub,
    '--reason',
    '设立',
  );
  await expect
    .poll(async () => (await open.answerTo(owner, 'offers', 'list')).totalCount, { timeout: 30_000 })
    .toBe(1);
  expect((await open.yiwang(owner, 'offers', 'list')).stdout).toMatch(
    /offered +\w{18} +A级纳税人奖励 +2024年度纳税信用A级/,
  );
  expect((await open.yiwang(STRANGER, 'offers', 'list')).stdout).toContain('There is none.');

  const refused = await open.yiwang(STRANGER, 'offers', 'accept', offer!.id, '--version', '1');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('[UNKNOWN_OFFER]\n→ yiwang offers list');

  const accepted = await open.spawnYiwang(owner, 'offers', 'accept', offer!.id);
  expect(accepted).toMatchObject({ code: 0, stderr: '' });
  const number = /\d{14}-\d+/.exec(accepted.stdout)![0];
  const shown = await open.answerTo(owner, 'case', 'show', number);
  expect(shown).toMatchObject({ state: 'SUBMITTED', form: { uscc: offer!.uscc } });
  const again = await open.yiwang(owner, 'offers', 'decline', offer!.id);
  expect(again.code).toBe(1);
  expect(again.stdout).toContain('[WRONG_STATE]');
}, 120_000);

test('within seconds after an enterprise was registered with tax, it is looked at for what it is entitled to', async () => {
  // A real code, which no made-up enterprise has.
  const uscc = '91360723058828222C';
  const client = { sub: 'services-service', azp: 'services-service', scope: 'matters:run' };
  const register = `mutation { registerTaxpayer(idempotencyKey: "changed-1", input: {
    uscc: "${uscc}", name: "大余县京桥混凝土有限公司", region: "320102", reference: "M-1" }) { userErrors { code } } }`;
  const headers = { authorization: `Bearer ${await open.sign(client)}` };
  const answer = await ask(open.url.replace('/graphql', ''), register, headers);
  expect(answer).toEqual({ data: { registerTaxpayer: { userErrors: [] } } });
  const registered = Date.now();
  const looked = () => open.permits.sql`
    select item_code, state, started_by as "startedBy", finished_at as "finishedAt" from offer_runs
    where uscc = ${uscc} and state <> 'RUNNING'`;
  await expect.poll(looked, { timeout: 60_000 }).not.toEqual([]);
  process.stdout.write(`looked at ${Date.now() - registered} ms after the registration\n`);
  const [run] = await looked();
  expect(run).toMatchObject({ state: 'FINISHED', startedBy: 'change' });
}, 90_000);
