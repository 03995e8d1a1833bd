import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Client, readPrivateKey, signClientToken } from '@yiwang/identity';
import { addDays, dayOf, endOfDay } from '@yiwang/codes/working-days';
import { run } from '@yiwang/cli/run';
import { expect, test, vi } from 'vitest';
import { ROOT } from '../support/compose-file.ts';
import type { Answer, NpmStart } from '../support/npm-start.ts';

const WATER: Client = { id: 'water-bureau', user: 'wang', department: null, scopes: ['sharing:apply'] };
const TAX: Client = { id: 'tax-desk', user: 'li', department: 'tax', scopes: ['sharing:decide'] };

const PURPOSE = {
  'purpose-basis': encodeURIComponent('水法 第四十八条'),
  'purpose-case': 'W-2026-17',
  'purpose-requester': 'water-bureau',
};

const GRADES = '{ enterprises(first: 100) { edges { node { uscc taxpayer { creditGrade { grade } } } } } }';

/** From an application to the data and back, through the gateway of a system in which nobody has applied for anything yet. */
export function testSharing(system: () => NpmStart): void {
  async function tokenOf(client: Client): Promise<string> {
    const key = await readPrivateKey(await readFile(join(system().data, 'keys/issuer.key'), 'utf8'));
    return signClientToken(key, client, 600);
  }

  async function ask(
    client: Client,
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return system().ask(query, variables, { authorization: `Bearer ${await tokenOf(client)}`, ...headers });
  }

  /** As ask; fails the test when an error is answered. */
  async function done(client: Client, query: string, variables: object = {}): Promise<Answer> {
    const { data: answer, errors } = await ask(client, query, variables);
    expect(errors).toBeUndefined();
    const [payload] = Object.values(answer) as Answer[];
    expect(payload.userErrors ?? []).toEqual([]);
    return payload;
  }

  /** How many grades of taxpayers the client reads, and why not. */
  async function readGrades(): Promise<{ grades: number; codes: string[] }> {
    const { data: answer, errors = [] } = await ask(WATER, GRADES, {}, PURPOSE);
    if (!answer) throw new Error(JSON.stringify(errors));
    const taxpayers = answer.enterprises.edges.map(({ node }: Answer) => node.taxpayer);
    return {
      grades: taxpayers.filter((taxpayer: Answer) => taxpayer?.creditGrade?.grade).length,
      codes: errors.map(({ extensions }: Answer) => extensions.code),
    };
  }

  /** A command of `yiwang`, in the name of the client; resolves to its answer in JSON. */
  async function yiwang(client: Client, ...args: string[]): Promise<Answer> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['packages/cli/bin/yiwang.mjs', ...args, '--json'],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          YIWANG_REGISTRY: `http://127.0.0.1:${system().port}/graphql`,
          YIWANG_TOKEN: await tokenOf(client),
        },
      },
    );
    return JSON.parse(stdout);
  }

  /** The same in the process of this test: that it is a program, other tests try. */
  async function yiwangHere(client: Client, ...args: string[]): Promise<Answer> {
    let told = '';
    vi.stubEnv('YIWANG_REGISTRY', `http://127.0.0.1:${system().port}/graphql`);
    vi.stubEnv('YIWANG_TOKEN', await tokenOf(client));
    const write = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((chunk) => Boolean((told += String(chunk))));
    try {
      expect(await run([...args, '--json'])).toBe(0);
    } finally {
      write.mockRestore();
      vi.unstubAllEnvs();
    }
    return JSON.parse(told);
  }

  test('what a client applies for it reads once it is approved, and no longer once it is revoked', async () => {
    const before = await readGrades();
    expect(before.grades).toBe(0);
    expect(before.codes).toContain('UNAUTHORIZED_FIELD');

    const { application } = await done(
      WATER,
      `mutation ($input: SharingApplicationInput!) {
      applyForSharing(input: $input) { application { number state department { name } } userErrors { message } } }`,
      {
        input: {
          fields: ['Taxpayer.creditGrade', 'CreditGrade.grade'],
          basis: '水法 第四十八条',
          purpose: 'Water is taken by those only whose credit is good.',
          until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
        },
      },
    );
    expect(application).toMatchObject({ state: 'SUBMITTED', department: { name: 'tax' } });
    expect((await readGrades()).grades).toBe(0);

    const approved = await done(
      TAX,
      `mutation ($number: ID!) { approveSharingApplication(number: $number) {
      application { grant { id state client } } userErrors { message } } }`,
      { number: application.number },
    );
    const { grant } = approved.application;
    expect(grant).toMatchObject({ state: 'ACTIVE', client: 'water-bureau' });
    expect(await soon(async () => (await readGrades()).grades > 0)).toBe(true);
    expect((await readGrades()).codes).toEqual([]);

    const { data: other } = await ask({ ...WATER, id: 'river-bureau' }, GRADES, {}, PURPOSE);
    expect(JSON.stringify(other)).not.toContain('"grade"');
    const { errors } = await ask(WATER, GRADES);
    expect(errors.map(({ extensions }: Answer) => extensions.code)).toContain('PURPOSE_REQUIRED');

    await done(
      TAX,
      `mutation ($id: ID!) { revokeGrant(id: $id, reason: "Misused.") { grant { state } userErrors { message } } }`,
      { id: grant.id },
    );
    expect(await soon(async () => (await readGrades()).grades === 0)).toBe(true);
    expect((await readGrades()).codes).toContain('UNAUTHORIZED_FIELD');
  });

  test('who did not sign in, or signed in without the scope, neither applies nor decides', async () => {
    const nobody: Client = { ...WATER, scopes: [] };
    for (const query of [
      'mutation { withdrawSharingApplication(number: "SA2026000001") { userErrors { code } } }',
      'mutation { refuseSharingApplication(number: "SA2026000001", reason: "No.") { userErrors { code } } }',
      '{ sharingApplications { totalCount } }',
    ]) {
      const { errors } = await ask(nobody, query);
      expect(errors.map(({ extensions }: Answer) => extensions.code)).toEqual(['UNAUTHORIZED_FIELD']);
    }
  });

  test('what is shared is told live, to everyone', async () => {
    const { total, departments } = await done(
      { ...WATER, scopes: [] },
      `{ sharingStatistics { total { shares { fields unconditionalShare sharedShare } applications { answered inTime } }
      departments { department { name } } } }`,
    );
    expect(total.applications).toEqual({ answered: 1, inTime: 1 });
    expect(total.shares.fields).toBeGreaterThan(100);
    expect(total.shares.sharedShare).toBeGreaterThanOrEqual(total.shares.unconditionalShare);
    expect(departments.map(({ department }: Answer) => department.name)).toEqual([
      'enterprises',
      'land',
      'permits',
      'services',
      'tax',
    ]);
  });

  test('the same from the command line: apply, approve, read, revoke; report wrong data and answer', async () => {
    const { application } = await yiwang(
      { ...WATER, id: 'lake-bureau' },
      ...[
        'application',
        'apply',
        '--fields',
        'Taxpayer.creditGrade,CreditGrade.grade',
        '--basis',
        '水法 第四十八条',
      ],
      ...['--purpose', 'Lakes are fished by those only whose credit is good.', '--until', dayAhead(30)],
    );
    expect(application).toMatchObject({
      state: 'SUBMITTED',
      client: 'lake-bureau',
      department: { name: 'tax' },
    });
    const { edges } = await yiwang(TAX, 'application', 'list', '--state', 'submitted');
    expect(edges.map(({ node }: Answer) => node.number)).toEqual([application.number]);

    const approved = await yiwang(TAX, 'application', 'approve', application.number, '--until', dayAhead(10));
    const { id } = approved.application.grant;
    const { edges: held } = await yiwang({ ...WATER, id: 'lake-bureau' }, 'grant', 'list');
    expect(held).toMatchObject([{ node: { id, state: 'ACTIVE', client: 'lake-bureau' } }]);
    expect(new Date(held[0].node.until).getTime()).toBe(endOfDay(dayAhead(10)).getTime());
    const { grant } = await yiwang(TAX, 'grant', 'revoke', id, '--reason', 'No longer needed.');
    expect(grant).toMatchObject({ state: 'REVOKED', reason: 'No longer needed.' });

    const READER: Client = { ...WATER, scopes: ['sharing:correct'] };
    const { correction } = await yiwang(
      READER,
      ...['correction', 'report', '--field', 'Taxpayer.creditGrades', '--subject', '91360723058828222C'],
      ...['--problem', 'The grade of 2024 is missing.'],
    );
    const answered = await yiwang(
      TAX,
      'correction',
      'answer',
      correction.number,
      '--answer',
      'It comes in May.',
    );
    expect(answered.correction).toMatchObject({ state: 'ANSWERED', answer: 'It comes in May.' });

    // The client may not decide: the reason is told, and the exit code is not 0.
    await expect(yiwang(WATER, 'application', 'approve', application.number)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('needs the scope sharing:decide'),
    });
  });

  test('a whole operation is applied for from the command line: what it needs, one batch, a warning, a revision, what was read', async () => {
    const page = join(system().data, 'page.graphql');
    await writeFile(
      page,
      `query Page { enterprises(first: 3) { edges { node { uscc
    taxpayer { arrears { totalCny } } parcels(first: 5) { edges { node { geometry { type coordinates } } } } } } } }`,
    );
    const desk: Client = { ...WATER, id: 'flood-desk' };
    const needs = await yiwangHere(desk, 'application', 'needs', '--query', page);
    expect(needs.departments).toEqual([
      {
        department: { name: 'land' },
        fields: [
          'Enterprise.parcels',
          'GeoJsonPolygon.coordinates',
          'GeoJsonPolygon.type',
          'Parcel.geometry',
        ],
      },
      { department: { name: 'tax' }, fields: ['TaxArrears.totalCny', 'Taxpayer.arrears'] },
    ]);

    const terms = ['--basis', '防洪法 第二十条', '--purpose', 'Dikes', '--until', dayAhead(30)];
    const { batch, applications } = await yiwangHere(desk, 'application', 'apply', '--query', page, ...terms);
    expect(applications).toHaveLength(2);
    const { edges } = await yiwangHere(desk, 'application', 'list', '--batch', batch);
    expect(edges).toHaveLength(2);

    const lonely = await yiwangHere(desk, 'application', 'draft', '--fields', 'Taxpayer.arrears', ...terms);
    expect(lonely.application.neededBeside).toMatchObject([{ coordinate: 'Taxpayer.arrears' }]);
    const { number } = lonely.application;
    const fields = 'Taxpayer.arrears,TaxArrears.totalCny';
    const revised = await yiwangHere(
      desk,
      'application',
      'revise',
      number,
      '--fields',
      fields,
      '--purpose',
      'Pumps',
    );
    expect(revised.application).toMatchObject({
      fields: ['TaxArrears.totalCny', 'Taxpayer.arrears'],
      neededBeside: [],
    });
    expect(await yiwangHere(desk, 'application', 'show', number)).toMatchObject({
      purpose: 'Pumps',
      basis: '防洪法 第二十条',
      history: [{ action: 'CREATE' }, { action: 'REVISE' }],
    });

    const { departments } = await yiwangHere(desk, 'statistics', '--department', 'tax');
    expect(departments).toMatchObject([
      { department: { name: 'tax' }, figures: { applications: { open: 1 } } },
    ]);
  });
}

/** Gateways ask for what is in force twice a second; how busy this machine is, nobody knows. */
async function soon(holds: () => Promise<boolean>): Promise<boolean> {
  for (const until = performance.now() + 15_000; performance.now() < until; await sleep(20)) {
    if (await holds()) return true;
  }
  return false;
}

/** 2027-06-30, by the calendar of China. */
function dayAhead(days: number): string {
  return addDays(dayOf(new Date()), days);
}
