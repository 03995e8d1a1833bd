import { afterAll, beforeAll, expect, test } from 'vitest';
import * as land from '../../../subgraphs/land/src/department.ts';
import { seed } from '../../../subgraphs/land/seed/seed.ts';
import { OWNER, person, STRANGER, type Who } from './support/open-graph.ts';
import { CLIENT, openMatters, type OpenMatters } from './support/open-matters.ts';

// Through a real gateway, of which services is a client with its own grants.

const BUILDING = 'YJS320000003';
const TRANSFER = 'YJS320000002';

let open: OpenMatters;
/** The only one that the owner's enterprise holds. */
let parcel: { code: string; location: string; areaM2: string; landUse: string };
beforeAll(async () => {
  open = await openMatters();
  const { sql } = await open.add(land, seed, { probe: '{ landUse(code: "0601") { code } }' });
  await sql`update parcels set holder_uscc = null where holder_uscc = ${open.uscc}`;
  const [row] = await sql<[typeof parcel]>`
    update parcels set holder_uscc = ${open.uscc}
    where code = (select code from parcels where location is not null and land_use_code is not null order by code limit 1)
    returning code, location, area_m2::text as "areaM2", land_use_code as "landUse"`;
  parcel = row;
}, 240_000);
afterAll(() => open?.[Symbol.asyncDispose]());

interface Filled {
  number: string;
  version: number;
  form: { project?: Record<string, string> };
  prefill: {
    field: string;
    state: string;
    value: unknown;
    reason: string | null;
    verdict: string | null;
    correction: string | null;
  }[];
}

async function start(who: Who, matter: string, ...more: string[]): Promise<string> {
  return (await open.answerTo(who, 'matter', 'start', matter, '--region', '3204', ...more)).matterCase.number;
}
const prefill = async (number: string): Promise<Filled> =>
  (await open.answerTo(OWNER, 'matter', 'prefill', number)).matterCase;
const stateOf = ({ prefill: all }: Filled, field: string) => all.find((one) => one.field === field)?.state;

test('a form takes what enterprises and land hold; what is kept back needs a grant, and its reading is shown to the enterprise', async () => {
  const number = await start(OWNER, BUILDING, '--for', open.uscc);
  const before = await open.yiwang(OWNER, 'matter', 'prefill', number);
  expect(before).toMatchObject({ code: 0, stderr: '' });
  expect(before.stdout).toMatch(/project\.parcel +land +unconditional .* denied +.*grant/);
  expect(before.stdout).toMatch(/project\.address +land .* not asked +.*not answered yet/);
  expect(before.stdout).toMatch(
    /project\.enterpriseName +enterprises +unconditional +\d{4}-\d\d-\d\d \d\d:\d\d +\S+/,
  );

  const until = `${new Date().getUTCFullYear() + 1}-12-31`;
  const { application } = await open.answerTo(
    CLIENT,
    ...['application', 'apply', '--department', 'land', '--fields', 'Enterprise.parcels'],
    ...['--basis', '优化营商环境条例 第三十六条', '--purpose', '一件事表单免填', '--until', until],
  );
  const decider = { sub: 'land-1', azp: 'land-desk', department: 'land', scope: 'sharing:decide' };
  await open.answerTo(decider, 'application', 'approve', application.number);
  await expect
    .poll(async () => stateOf(await prefill(number), 'project.parcel'), { timeout: 60_000, interval: 1_000 })
    .toBe('FOUND');
  const filled = await prefill(number);
  expect(new Set(filled.prefill.map(({ state }) => state))).toEqual(new Set(['FOUND']));
  const { code, location, areaM2, landUse } = parcel;
  expect(filled.form.project).toEqual({
    ...{ enterpriseName: expect.any(String), parcel: code, address: location, landUse },
    landAreaM2: areaM2,
  });

  await open.answerTo(OWNER, 'matter', 'confirm', number, 'project.parcel');
  const wrong = await open.yiwang(OWNER, 'matter', 'dispute', number, 'project.areaM2', '--problem', '不符');
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain('[UNKNOWN_FIELD]\n→ Name a field as yiwang matter show');
  await open.answerTo(OWNER, 'matter', 'dispute', number, 'project.address', '--problem', '门牌号有误');
  const verdict = async (field: string) => {
    const { prefill: all } = (await open.answerTo(OWNER, 'matter', 'show', number)) as Filled;
    const found = all.find((one) => one.field === field);
    return [found?.verdict, found?.correction !== null];
  };
  expect(await verdict('project.parcel')).toEqual(['CONFIRMED', false]);
  await expect.poll(() => verdict('project.address'), { timeout: 30_000 }).toEqual(['DISPUTED', true]);

  // Whom the data is about sees who read it, and what for.
  const reads = async () => {
    const { edges } = await open.answerTo(person(open.uscc), 'accesses', open.uscc, '--first', '100');
    return edges
      .map(
        ({ node }: { node: { client: string; caseNumber: string; fields: string[]; basis: string } }) => node,
      )
      .filter((one: { client: string; fields: string[] }) => one.fields.includes('Enterprise.parcels'))
      .map(({ client, caseNumber, basis }: { client: string; caseNumber: string; basis: string }) => [
        client,
        caseNumber,
        basis,
      ]);
  };
  await expect
    .poll(reads, { timeout: 60_000, interval: 1_000 })
    .toContainEqual(['services-service', number, expect.stringContaining('优化营商环境条例')]);
}, 240_000);

test('a person who acquires real estate has nothing to take over; strangers fill in nothing', async () => {
  const number = await start(OWNER, TRANSFER);
  const { form, prefill: all } = await prefill(number);
  expect(form).toEqual({});
  expect(all).toMatchObject([
    { field: 'holder.name', state: 'NOT_ASKED', reason: expect.stringContaining('a person applies') },
  ]);
  const stranger = await open.yiwang(STRANGER, 'matter', 'prefill', number, '--version', '2');
  expect(stranger).toMatchObject({ code: 1, stdout: expect.stringContaining('[UNKNOWN_NUMBER]') });
  const opening = await start(OWNER, 'YJS320000001');
  const none = await open.yiwang(OWNER, 'matter', 'prefill', opening);
  expect(none).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('[NO_PREFILL]\n→ Fill the form in yourself'),
  });
});

test('the definitions that come with the department can be published: their documents and prefills fit the one schema', async () => {
  const author: Who = { sub: 'author-1', azp: 'services-desk', department: 'services', scope: 'items:edit' };
  const publisher: Who = {
    sub: 'publisher-1',
    azp: 'services-desk',
    department: 'services',
    scope: 'items:publish',
  };
  const { stdout } = await open.yiwang(null, 'matter', 'definition', TRANSFER);
  const definition = JSON.parse(stdout) as { steps: { department: string }[]; prefill: { document: string } };
  // There is no department of tax here.
  const code = 'YJS32000000P';
  const own = { ...definition, steps: definition.steps.slice(0, 1) };
  const publish = async (content: object, version: string) => {
    const file = await open.exchange.write(`prefill-${version}.json`, JSON.stringify(content));
    await open.answerTo(author, 'matter', 'draft', code, file);
    await open.answerTo(author, 'matter', 'review', code, version);
    return open.yiwang(publisher, 'matter', 'publish', code, version);
  };
  expect(await publish(own, '1')).toMatchObject({ code: 0 });
  const told = own.prefill.document.replace(
    '{ name }',
    '{ name parcels(first: 1) { edges { node { code } } } }',
  );
  const byAnswer = { document: told, variables: { uscc: { from: 'form.holder.name' } } };
  const refused = await publish({ ...own, prefill: byAnswer }, '2');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toMatch(/Enterprise\.parcels would be told[^]*\[MALFORMED_PREFILL\]/);
});
