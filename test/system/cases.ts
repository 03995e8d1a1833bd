import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, readPrivateKey, signClientToken } from '@yiwang/identity';
import { createClient } from 'graphql-sse';
import { expect, test } from 'vitest';
import type { Answer, NpmStart } from '../support/npm-start.ts';

const PERSON = (user: string): Client => ({ id: 'portal', user, department: null, scopes: [] });
const OWNER = PERSON('person-001');
const STRANGER = PERSON('person-002');
const OFFICIAL: Client = {
  id: 'permits-desk',
  user: 'official-001',
  department: 'permits',
  scopes: ['cases:decide'],
};
const AUDITOR: Client = { id: 'auditor', user: null, department: 'exchange', scopes: ['accesses:read'] };

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n');
const STATE = 'case { number version state decision permit { number } } userErrors { code message field }';

/** One application from draft to permit, by the real gateway, in the system of a new user. */
export function testCases(system: () => NpmStart): void {
  async function headersOf(client: Client, number?: string): Promise<Record<string, string>> {
    const key = await readPrivateKey(await readFile(join(system().data, 'keys/issuer.key'), 'utf8'));
    return {
      authorization: `Bearer ${await signClientToken(key, client, 600)}`,
      ...(number !== undefined && {
        'purpose-basis': encodeURIComponent('行政许可法 第三十四条'),
        'purpose-case': number,
        'purpose-requester': client.user!,
      }),
    };
  }

  async function ask(
    client: Client,
    query: string,
    variables: object = {},
    number?: string,
  ): Promise<Answer> {
    return system().ask(query, variables, await headersOf(client, number));
  }

  /** Takes one step; fails the test when it is not taken. */
  async function step(
    client: Client,
    mutation: string,
    args: Record<string, unknown>,
    types: string,
  ): Promise<Answer> {
    const names = Object.keys(args);
    const query = `mutation (${types}) { payload: ${mutation}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${STATE} } }`;
    const number = client === OFFICIAL ? (args['number'] as string) : undefined;
    const { data, errors } = await ask(client, query, args, number);
    expect(errors, mutation).toBeUndefined();
    expect(data.payload.userErrors, mutation).toEqual([]);
    return data.payload.case;
  }

  /** Subscribes to what is new; the states of each case, as they come. */
  async function followInbox(client: Client, number?: string) {
    const told: string[] = [];
    const url = `http://127.0.0.1:${system().port}/graphql`;
    const headers = await headersOf(client, number);
    const stop = createClient({ url, headers, retryAttempts: 0 }).subscribe<Answer>(
      { query: 'subscription { inbox { case { number state } } }' },
      {
        next: ({ data, errors }) => told.push(errors ? JSON.stringify(errors) : stateOf(data!['inbox'].case)),
        error: (error) => told.push(String(error)),
        complete: () => told.push('ended'),
      },
    );
    return { told, stop };
  }
  const stateOf = ({ number, state }: Answer) => `${number} ${state}`;

  const BASE = '$number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!';
  const on = ({ number, version }: Answer, more: object = {}) => ({
    number,
    expectedVersion: version,
    idempotencyKey: randomUUID(),
    ...more,
  });

  test('an application goes from draft to permit: prefilled by two departments, with a file, returned once, decided, and seen in the log', async () => {
    const mandates = await ask(
      OWNER,
      '{ myMandates(first: 1) { edges { node { enterprise { uscc name region { code } } } } } }',
    );
    const { uscc, name, region } = mandates.data.myMandates.edges[0].node.enterprise;
    const province = region.code.slice(0, 2);
    const items = await ask(
      OWNER,
      `query ($region: RegionCode!) { serviceItems(filter: { region: $region, name: "食品经营" }, first: 1) {
        edges { node { code form version { version prefill } } } } }`,
      { region: province },
    );
    const item = items.data.serviceItems.edges[0].node;
    expect(item.version.prefill).toContain('taxpayer');

    // The draft is filled in by what enterprises and tax hold.
    let row = await step(
      OWNER,
      'startCase',
      { input: { item: item.code, applicant: uscc }, idempotencyKey: randomUUID() },
      '$input: CaseInput!, $idempotencyKey: ID!',
    );
    row = await step(OWNER, 'prefillCase', on(row), BASE);
    const read = (fields: string) =>
      ask(OWNER, `query ($number: ID!) { case(number: $number) { ${fields} } }`, { number: row.number });
    const { data: filled } = await read('form prefill { field state department sharing }');
    expect(filled.case.form).toMatchObject({ enterpriseName: name, uscc });
    const found = filled.case.prefill.filter(({ state }: Answer) => state === 'FOUND');
    expect(new Set(found.map(({ department }: Answer) => department))).toEqual(
      new Set(['enterprises', 'tax']),
    );

    const form = {
      ...filled.case.form,
      contact: '林晓岚',
      phone: '13812345678',
      filedBy: 'SELF',
      premises: { address: '中山路一号', areaM2: 120 },
    };
    row = await step(OWNER, 'saveCase', on(row, { form }), `${BASE}, $form: JSON!`);

    // A file goes through the gateway, and to whoever may see the case.
    const begun = await ask(
      OWNER,
      `mutation ($number: ID!, $bytes: Int!, $key: ID!) {
        uploadCaseMaterial(number: $number, name: "平面图.pdf", bytes: $bytes, idempotencyKey: $key) {
          upload { id path } userErrors { code message } } }`,
      { number: row.number, bytes: PDF.length, key: randomUUID() },
    );
    expect(begun.data.uploadCaseMaterial.userErrors).toEqual([]);
    const { upload } = begun.data.uploadCaseMaterial;
    const origin = `http://127.0.0.1:${system().port}`;
    const sent = await fetch(`${origin}${upload.path}`, {
      method: 'PATCH',
      headers: {
        ...(await headersOf(OWNER)),
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: PDF,
    });
    expect(sent.status, await sent.text()).toBe(204);
    row = await step(
      OWNER,
      'attachCaseMaterial',
      on(row, { upload: upload.id, material: '经营场所平面图' }),
      `${BASE}, $upload: ID!, $material: String!`,
    );
    const { data: attached } = await read('materials { name material mediaType bytes path }');
    expect(attached.case.materials).toEqual([
      {
        name: '平面图.pdf',
        material: '经营场所平面图',
        mediaType: 'application/pdf',
        bytes: PDF.length,
        path: expect.any(String),
      },
    ]);
    const [byOwner, byOffice, byStranger] = await Promise.all([
      followInbox(OWNER),
      followInbox(OFFICIAL, 'inbox'),
      followInbox(STRANGER),
    ]);
    row = await step(OWNER, 'submitCase', on(row), BASE);

    // The official finds it, reads the file, returns it once, and decides.
    const inbox = await ask(
      OFFICIAL,
      'query ($item: ID!) { caseInbox(filter: { item: $item, overdue: false }) { edges { node { number } } } }',
      { item: item.code },
      'inbox',
    );
    expect(inbox.errors).toBeUndefined();
    expect(inbox.data.caseInbox.edges.map(({ node }: Answer) => node.number)).toContain(row.number);
    const download = async (client: Client, number?: string) =>
      fetch(`${origin}${attached.case.materials[0].path}`, {
        headers: { ...(await headersOf(client, number)), 'graphql-require-preflight': '1' },
      });
    const byOfficial = await download(OFFICIAL, row.number);
    expect(Buffer.from(await byOfficial.arrayBuffer()).equals(PDF)).toBe(true);
    expect((await download(STRANGER)).status).toBe(404);
    const foreign = await ask(STRANGER, 'query ($number: ID!) { case(number: $number) { state } }', {
      number: row.number,
    });
    expect(foreign.data).toEqual({ case: null });

    row = await step(
      OFFICIAL,
      'returnCase',
      on(row, { defects: [{ about: 'premises', problem: '面积与平面图不符' }] }),
      `${BASE}, $defects: [CaseDefectInput!]!`,
    );
    expect(row.state).toBe('RETURNED');
    const corrected = { ...form, premises: { ...form.premises, areaM2: 118 } };
    row = await step(OWNER, 'saveCase', on(row, { form: corrected }), `${BASE}, $form: JSON!`);
    row = await step(OWNER, 'submitCase', on(row), BASE);
    row = await step(OFFICIAL, 'acceptCase', on(row), BASE);
    row = await step(OFFICIAL, 'startCaseReview', on(row), BASE);
    row = await step(
      OFFICIAL,
      'decideCase',
      on(row, { decision: 'GRANTED' }),
      `${BASE}, $decision: CaseDecision!`,
    );
    row = await step(OFFICIAL, 'deliverCase', on(row), BASE);
    expect(row).toMatchObject({
      state: 'DELIVERED',
      decision: 'GRANTED',
      permit: { number: expect.any(String) },
    });
    for (const { told } of [byOwner, byOffice]) await expect.poll(() => told).toContain(stateOf(row));
    expect(byStranger.told).toEqual([]);
    for (const { stop } of [byOwner, byOffice, byStranger]) stop();
    row = await step(OWNER, 'rateCase', on(row, { stars: 5 }), `${BASE}, $stars: Int!`);

    const { data: end } = await read('timeline { step side } rating');
    expect(end.case.timeline.map(({ step: one }: Answer) => one)).toEqual([
      ...['STARTED', 'SAVED', 'SAVED', 'SAVED', 'SUBMITTED', 'RETURNED', 'SAVED', 'RESUBMITTED'],
      ...['ACCEPTED', 'REVIEW_STARTED', 'GRANTED', 'DELIVERED', 'RATED'],
    ]);

    // Who looked: the official with the case as the purpose, the owner by right, and the downloads.
    const LOOKED = `query ($number: String!) { accessRecords(filter: { subject: $number }, first: 100) {
      edges { node { client grants fields caseNumber } } } }`;
    await expect
      .poll(async () => {
        const { data, errors } = await ask(AUDITOR, LOOKED, { number: row.number });
        if (errors) return errors;
        const records: Answer[] = data.accessRecords.edges.map(({ node }: Answer) => node);
        return {
          official: records.some((one) => one.client === OFFICIAL.id && one.caseNumber === row.number),
          owner: records.some((one) => one.client === OWNER.id && one.grants.includes('own')),
          downloads: records
            .filter(({ fields }) => fields.includes('Material.content'))
            .map(({ client }) => client),
          strangers: records.filter(({ client }) => client !== OFFICIAL.id && client !== OWNER.id),
        };
      })
      .toEqual({ official: true, owner: true, downloads: [OFFICIAL.id], strangers: [] });
  });
}
