import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as land from '../../../subgraphs/land/src/department.ts';
import { seed } from '../../../subgraphs/land/seed/seed.ts';
import { ask } from './support/ask.ts';
import { type OpenGraph, openGraph, OWNER, type Who } from './support/open-graph.ts';

const OFFICIAL: Who = { sub: 'official-001', azp: 'land-desk', department: 'land', scope: 'cases:decide' };
/** Files cases for people. */
const RUNNER: Who = { sub: 'runner', azp: 'runner', department: 'services', scope: 'matters:run' };
const AT = ['--at', 'land'];

let open: OpenGraph;
beforeAll(async () => {
  open = await openGraph();
  await open.add(land, seed, { probe: '{ landUse(code: "0601") { code } }' });
}, 120_000);
afterAll(() => open?.[Symbol.asyncDispose]());

/** A case for a planning permit of the owner's, as the steps of matters make it. */
async function filed(): Promise<string> {
  const mutation = `mutation { fileLandCase(
    input: { region: "320102", person: "person-001", reference: "L-1",
      planning: { projectName: "厂房一期", location: "工业园区", areaM2: "1200.5", landUse: "0601" } }
    idempotencyKey: "${randomUUID()}"
  ) { case { number } userErrors { code message } } }`;
  const authorization = `Bearer ${await open.sign(RUNNER)}`;
  const { data, errors } = await ask(open.url.replace('/graphql', ''), mutation, { authorization });
  expect({ errors, userErrors: data?.fileLandCase.userErrors }).toEqual({
    errors: undefined,
    userErrors: [],
  });
  return data.fileLandCase.case.number;
}

test('officials of land find a case in their inbox and decide it; the applicant sees the permit', async () => {
  const number = await filed();
  const inbox = await open.yiwang(OFFICIAL, 'case', 'inbox', '--state', 'submitted', ...AT);
  expect(inbox).toMatchObject({ code: 0, stderr: '' });
  expect(inbox.stdout).toMatch(
    new RegExp(`${number} +submitted +land use planning .*accept, return or decline`),
  );
  for (const words of [
    ['accept', number],
    ['review', number],
    ['suspend', number, '--reason', '现场踏勘'],
    ['resume', number],
    ['extend', number, '--days', '2', '--reason', '情况复杂'],
    ['decide', number, 'granted'],
    ['deliver', number],
  ]) {
    await open.answerTo(OFFICIAL, 'case', ...words, ...AT);
  }
  const shown = await open.yiwang(OWNER, 'case', 'show', number, ...AT);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(/state +delivered, granted\n/);
  expect(shown.stdout).toMatch(
    /project +厂房一期, 工业园区\narea +1200\.5 m²\nland use +0601 .*\nplanning permit +\S+/,
  );
  const followed = await open.yiwang(OWNER, 'case', 'follow', number, ...AT);
  expect(followed.stdout).toMatch(/review started +official\n[^]*delivered +official\ndelivered, granted\n$/);
});

test('a case of land is withdrawn, or returned to be completed; a refused step says what to do there', async () => {
  const withdrawn = await filed();
  await open.answerTo(OWNER, 'case', 'withdraw', withdrawn, '--reason', '不再建设', ...AT);
  const returned = await filed();
  await open.answerTo(OFFICIAL, 'case', 'return', returned, '--defect', 'areaM2: 与图纸不符', ...AT);
  const seen = await open.yiwang(OWNER, 'case', 'show', returned, ...AT);
  expect(seen.stdout).toMatch(/next +applicant: complete the matter\n[^]*✗ areaM2: 与图纸不符/);
  const again = await open.yiwang(OFFICIAL, 'case', 'accept', returned, ...AT);
  expect(again).toMatchObject({ code: 1, stderr: '' });
  expect(again.stdout).toMatch(new RegExp(`\\[WRONG_STATE\\]\n→ yiwang case show ${returned} --at land `));

  const mine = await open.answerTo(OWNER, 'case', 'list', '--state', 'withdrawn,returned', ...AT);
  const numbers = mine.edges.map(({ node }: { node: { number: string } }) => node.number);
  expect(numbers).toEqual([returned, withdrawn]);
});
