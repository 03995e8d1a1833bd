import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWNER, type Who } from './support/open-graph.ts';
import { AUTHOR, CODE, openMatters, type OpenMatters, PUBLISHER } from './support/open-matters.ts';

let open: OpenMatters;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a definition is data
let definition: any;
beforeAll(async () => {
  open = await openMatters();
  definition = JSON.parse(await readFile(new URL('fixtures/matter.json', import.meta.url), 'utf8'));
}, 240_000);
afterAll(() => open?.[Symbol.asyncDispose]());

async function refused(who: Who, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await open.yiwang(who, 'matter', ...words);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  return stdout;
}

test('a definition is drafted, mended, returned, reviewed and published by another official, and printed again', async () => {
  const { exchange } = open;
  const broken = structuredClone(definition);
  broken.steps[2].needs = ['seal'];
  const drafted = await open.spawnYiwang(
    AUTHOR,
    'matter',
    'draft',
    CODE,
    await exchange.write('broken.json', JSON.stringify(broken)),
  );
  expect(drafted).toMatchObject({ code: 0, stderr: '' });
  expect(drafted.stdout).toMatch(new RegExp(`${CODE} +1 +draft +1 `));
  expect(drafted.stdout).toMatch(/! steps\.deputy\.needs: .*seal.* \[UNKNOWN_STEP\]/);
  expect(await refused(AUTHOR, 'review', CODE, '1')).toMatch(/\[UNKNOWN_STEP\]\n→ Name in needs/);
  expect(await refused(AUTHOR, 'draft', CODE, 'matter.json')).toMatch(
    new RegExp(`\\[STALE_REVISION\\]\n→ .*yiwang matter definition ${CODE} --version N`),
  );

  const mended = await open.answerTo(AUTHOR, 'matter', 'draft', CODE, 'matter.json', '--revision', '1');
  expect(mended).toMatchObject({ matterVersion: { version: 1, state: 'DRAFT', revision: 2 }, warnings: [] });
  await open.answerTo(AUTHOR, 'matter', 'review', CODE, '1');
  expect(await refused(AUTHOR, 'publish', CODE, '1')).toMatch(/\[OWN_VERSION\]\n→ Ask another official/);
  const back = await open.answerTo(PUBLISHER, 'matter', 'return', CODE, '1', '--reason', '缺少说明');
  expect(back.matterVersion).toMatchObject({ state: 'DRAFT' });
  await open.answerTo(AUTHOR, 'matter', 'review', CODE, '1');

  // Until it is published, only officials see it.
  const unseen = await open.yiwang(OWNER, 'matter', 'definition', CODE, '--version', '1');
  expect(unseen).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('no version 1 of') });
  const seen = await open.yiwang(AUTHOR, 'matter', 'definition', CODE, '--version', '1');
  expect(JSON.parse(seen.stdout)).toEqual(definition);
  expect(seen.stderr).toMatch(/version 1, in review, revision 5/);
  const published = await open.answerTo(PUBLISHER, 'matter', 'publish', CODE, '1');
  expect(published.matterVersion).toMatchObject({ version: 1, state: 'PUBLISHED' });
  const printed = await open.yiwang(OWNER, 'matter', 'definition', CODE);
  expect(JSON.parse(printed.stdout)).toEqual(definition);

  const offers = await open.yiwang(null, 'matter', 'offers');
  expect(offers).toMatchObject({ code: 0, stderr: '' });
  expect(offers.stdout).toMatch(new RegExp(`${CODE} .*\n3 working days; .*; version 1\n`));
  expect(offers.stdout).toMatch(
    /deputy .* enterprises +program +registration +only with deputy; may be denied alone/,
  );
});

test('a document that is no operation of the one schema is not published, and the message names it', async () => {
  const wrong = structuredClone(definition);
  wrong.steps[0].do.document = wrong.steps[0].do.document.replaceAll('reserveEnterpriseName', 'reserveName');
  const code = 'YJS32000000W';
  await open.answerTo(
    AUTHOR,
    'matter',
    'draft',
    code,
    await open.exchange.write('wrong.json', JSON.stringify(wrong)),
  );
  await open.answerTo(AUTHOR, 'matter', 'review', code, '1');
  expect(await refused(PUBLISHER, 'publish', code, '1')).toMatch(/reserveName[^]*\[MALFORMED_DOCUMENT\]\n→ /);
});

test('who is no official of services may not write definitions', async () => {
  const { code, stderr } = await open.yiwang(OWNER, 'matter', 'draft', CODE, 'matter.json');
  expect(code).toBe(1);
  expect(stderr).toMatch(/UNAUTHORIZED_FIELD.*items:edit/);
});

test('statistics show the days beside what is promised, and people’s part apart from that of programs', async () => {
  const { sql } = open.services;
  // As if the month had not been added up yet: what is made up here came later.
  await sql`delete from monthly_totals`;
  // Six that ended in one month: five in 南京 within 2 days, of 20 hours at offices each, and one in 苏州, which is too few to tell.
  await sql`
    insert into matter_cases (number, matter, definition_version, state, applicant_user, filed_by, region_code, form, started_at,
      started_on, submitted_at, ended_at, promised_days, due_on, official_ms, applicant_ms, machine_ms, working_days, source)
    select 'L-' || i, 'YJS320000001', 1, 'COMPLETED', 'p', 'p', case when i = 6 then '320500' else '320100' end, '{}', '2026-03-02T01:00Z',
      '2026-03-02', '2026-03-02T01:00Z', '2026-03-04T01:00Z', 3, '2026-03-05', 72000000, 3600000, 60000, case when i = 1 then 6 else 1 end, 'GENERATED'
    from generate_series(1, 6) as i`;
  const words = ['matter', 'statistics', '--from', '2026-03-01', '--until', '2026-03-31'];
  const { code, stdout, stderr } = await open.yiwang(null, ...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/YJS320000001 企业开办 .*: 3 working days promised/);
  expect(stdout).toMatch(/3201.* 2026-03 +2\.0 +██████▋ +20\.0 h +1\.0 h +1 min +█{10,11}▒· +5 +0 +1/);
  expect(stdout).toMatch(/3205.* 2026-03 +– +– +– +– +1 +0 +0/);
  expect((await open.yiwang(null, ...words, '--matter', 'YJS320000002')).stdout).toBe(
    'Nothing ended in this period.\n',
  );
  const backwards = await open.yiwang(
    null,
    'matter',
    'statistics',
    '--from',
    '2026-03-31',
    '--until',
    '2026-03-01',
  );
  expect(backwards).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('INVALID_ARGUMENT'),
  });
});
