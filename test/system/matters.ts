import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, readPrivateKey, signClientToken } from '@yiwang/identity';
import { expect, test } from 'vitest';
import type { Answer, NpmStart } from '../support/npm-start.ts';

const PERSON = (user: string): Client => ({ id: 'portal', user, department: null, scopes: [] });
const FOUNDER = PERSON('person-011');
const OFFICIAL = (department: string): Client => ({
  id: `${department}-desk`,
  user: 'official-001',
  department,
  scopes: ['cases:decide'],
});

/** How a department names the steps of its cases. */
const SUFFIXES: Readonly<Record<string, string>> = {
  enterprises: 'Registration',
  permits: 'Case',
  land: 'LandCase',
};

const WAIT_MS = 30_000;

/** The three matters of 3550 by the real gateway, in the system of a new user: applicants, and officials of three departments. */
export function testMatters(system: () => NpmStart): void {
  async function headersOf(client: Client, number?: string): Promise<Record<string, string>> {
    const key = await readPrivateKey(await readFile(join(system().data, 'keys/issuer.key'), 'utf8'));
    return {
      authorization: `Bearer ${await signClientToken(key, client, 600)}`,
      ...(number !== undefined && {
        'purpose-basis': encodeURIComponent('行政许可法 第三十四条'),
        'purpose-case': encodeURIComponent(number),
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
    const { data, errors } = await system().ask(query, variables, await headersOf(client, number));
    expect(errors, query).toBeUndefined();
    return data;
  }

  async function command(client: Client, query: string, variables: object): Promise<Answer> {
    const { payload } = await ask(client, query, { idempotencyKey: randomUUID(), ...variables });
    expect(payload.userErrors, query).toEqual([]);
    return payload;
  }

  const STEPS = 'steps { name department state departmentCase result problems { code message } }';

  async function start(
    client: Client,
    matter: string,
    applicant: string | null,
    region: string,
    form: object,
  ) {
    const begun = await command(
      client,
      `mutation ($input: MatterCaseInput!, $idempotencyKey: ID!) {
        payload: startMatterCase(input: $input, idempotencyKey: $idempotencyKey) { matterCase { number version } userErrors { code message field } } }`,
      { input: { matter, applicant, region, form } },
    );
    const { number, version } = begun.matterCase;
    await command(
      client,
      `mutation ($number: ID!, $version: Int!, $idempotencyKey: ID!) {
        payload: submitMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $idempotencyKey) { userErrors { code message field } } }`,
      { number, version },
    );
    return number as string;
  }

  async function read(client: Client, number: string): Promise<Answer> {
    const query = `query ($number: ID!) { matterCase(number: $number) {
      number state version reason ${STEPS} times { officialHours applicantHours machineHours } } }`;
    return (await ask(client, query, { number })).matterCase;
  }

  /** The application, as soon as it is as wanted. */
  async function until(client: Client, number: string, isReady: (found: Answer) => boolean): Promise<Answer> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const found = await read(client, number);
      if (isReady(found)) return found;
      if (Date.now() > end) expect.fail(`${number} stays ${JSON.stringify(found)}`);
      await sleep(100);
    }
  }

  /** What anybody is told who verifies certificates, by their credentials. */
  async function verdictsOf(...credentials: string[]): Promise<string[]> {
    const verdicts: string[] = [];
    for (const content of credentials) {
      const query = 'query ($content: String!) { verifyCertificate(content: $content) { verdict } }';
      const { data, errors } = await system().ask(query, { content });
      expect(errors).toBeUndefined();
      verdicts.push(data.verifyCertificate.verdict);
    }
    return verdicts;
  }

  /** Departments make their status lists anew each second. */
  const untilRevoked = (...credentials: string[]) =>
    expect
      .poll(() => verdictsOf(...credentials), { timeout: WAIT_MS })
      .toEqual(credentials.map(() => 'REVOKED'));

  /** The permit that a step gave, as anybody finds it; null when there is none. */
  async function permitOf(found: Answer, name: string): Promise<Answer> {
    const query = 'query ($number: ID!) { permit(number: $number) { number certificate { credential } } }';
    const { data } = await system().ask(query, { number: `XK${stepOf(found, name).departmentCase}` });
    return data.permit;
  }

  /** The certificate of the case of a step in land. */
  async function landCertificateOf(found: Answer, name: string): Promise<string> {
    const query = 'query ($number: ID!) { landCase(number: $number) { certificate { credential } } }';
    const { landCase } = await ask(FOUNDER, query, { number: stepOf(found, name).departmentCase });
    return landCase.certificate.credential;
  }

  const stepOf = ({ steps }: Answer, name: string) => steps.find((one: Answer) => one.name === name);
  const isAt = (name: string, state: string) => (found: Answer) => stepOf(found, name).state === state;

  /** Officials take steps of the case of a step, one after the other. */
  async function decide(
    found: Answer,
    name: string,
    ...steps: [step: string, more?: object, types?: string][]
  ) {
    const { department, departmentCase: number } = stepOf(found, name);
    const official = OFFICIAL(department);
    const suffix = SUFFIXES[department]!;
    // A case that is filed is submitted at once; one that was returned has been submitted again.
    let version: number = found.caseVersion ?? 2;
    for (const [step, more = {}, types = ''] of steps) {
      const field = step === 'startReview' ? `start${suffix}Review` : `${step}${suffix}`;
      const names = Object.keys(more).map((one) => `, ${one}: $${one}`);
      const query = `mutation ($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!${types}) {
        payload: ${field}(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey${names.join('')}) {
          userErrors { code message field } } }`;
      const variables = { number, expectedVersion: version, idempotencyKey: randomUUID(), ...more };
      const { payload } = await ask(official, query, variables, number);
      expect(payload.userErrors, `${field} ${number}`).toEqual([]);
      version++;
    }
  }
  const GRANT: [string, object?, string?][] = [
    ['accept'],
    ['startReview'],
    ['decide', { decision: 'GRANTED' }, ', $decision: CaseDecision!'],
  ];

  const opening = (name: string) => ({
    enterprise: {
      name,
      type: '1130',
      industry: '5212',
      capitalCny: '1000000',
      businessScope: '食品销售',
      address: '武进区滨湖路1号',
    },
    representative: { name: '林晓岚', phone: '0519-86660000' },
    seal: { areaM2: 120 },
    food: { isWanted: true },
  });

  test('an official decides a case that was made up, and its application goes on', async () => {
    const { registrationInbox } = await ask(
      OFFICIAL('enterprises'),
      '{ registrationInbox(filter: { states: [ACCEPTED] }, first: 1) { edges { node { number version person } } } }',
      {},
      '待办',
    );
    const { number, version, person } = registrationInbox.edges[0].node;
    const applicant = PERSON(person);
    const { myMatterCases } = await ask(
      applicant,
      '{ myMatterCases(first: 1) { edges { node { number } } } }',
    );
    const reference: string = myMatterCases.edges[0].node.number;
    const before = { ...(await read(applicant, reference)), caseVersion: version };
    expect(stepOf(before, 'registration')).toMatchObject({ state: 'AT_OFFICE', departmentCase: number });
    await decide(before, 'registration', ...GRANT.slice(1));
    const after = await until(applicant, reference, isAt('seal', 'AT_OFFICE'));
    expect(stepOf(after, 'registration').state).toBe('DONE');
  });

  test('one application opens an enterprise: name, registration, tax, seal and permit, and the new enterprise answers for all of it', async () => {
    const number = await start(FOUNDER, 'YJS320000001', null, '320412', opening('常州晓岚食品有限公司'));
    const filed = await until(FOUNDER, number, isAt('registration', 'AT_OFFICE'));
    await decide(filed, 'registration', ...GRANT);
    const registered = await until(FOUNDER, number, isAt('food', 'AT_OFFICE'));
    const { uscc } = stepOf(registered, 'registration').result;
    await until(FOUNDER, number, isAt('seal', 'AT_OFFICE'));
    await decide(registered, 'food', ...GRANT);
    await decide(await read(FOUNDER, number), 'seal', ...GRANT);
    const completed = await until(FOUNDER, number, ({ state }) => state === 'COMPLETED');
    expect(completed.steps.map(({ state }: Answer) => state)).toEqual([
      'DONE',
      'DONE',
      'DONE',
      'DONE',
      'DONE',
    ]);
    expect(completed.times.machineHours).toBeLessThan(10 / 3600);

    const { enterprise } = await ask(
      FOUNDER,
      `query ($uscc: USCC!) { enterprise(uscc: $uscc) {
        name status source region { fullName } taxpayer { id } licence { credential }
        permits(first: 5) { totalCount edges { node { name certificate { credential } } } } } }`,
      { uscc },
    );
    expect(enterprise).toMatchObject({
      name: '常州晓岚食品有限公司',
      status: 'ACTIVE',
      source: 'GRAPH',
      region: { fullName: '江苏省常州市武进区' },
      taxpayer: { id: uscc },
      permits: { totalCount: 2 },
    });
    const credentials = [
      enterprise.licence,
      ...enterprise.permits.edges.map(({ node }: Answer) => node.certificate),
    ];
    expect(await verdictsOf(...credentials.map(({ credential }) => credential))).toEqual([
      'VALID',
      'VALID',
      'VALID',
    ]);
  });

  /** A test that is run once more takes another unit, because the first has a new holder by then. */
  const triedUnits = new Set<string>();

  test('the new enterprise acquires a real-estate unit: held, taxed, and registered after the office has asked for more', async () => {
    const found = await ask(
      FOUNDER,
      `{ landSupplies(filter: { region: "32" }, first: 50) { edges { node { holder { uscc }
        parcel { code region { code } landUse { code } realEstateUnits(first: 1) { edges { node { code } } } } } } } }`,
    );
    const { holder, parcel } = found.landSupplies.edges
      .map(({ node }: Answer) => node)
      .find(
        ({ holder, parcel }: Answer) =>
          holder && parcel?.realEstateUnits.edges.some(({ node }: Answer) => !triedUnits.has(node.code)),
      );
    const unit = parcel.realEstateUnits.edges[0].node.code;
    triedUnits.add(unit);
    const { uscc, name } = await enterpriseOf(FOUNDER);
    const form = {
      unit: { code: unit, holderBefore: holder.uscc },
      holder: { name },
      price: { cny: '2000000.00' },
    };
    const number = await start(FOUNDER, 'YJS320000002', uscc, parcel.region.code, form);
    const filed = await until(FOUNDER, number, isAt('registration', 'AT_OFFICE'));
    expect(stepOf(filed, 'tax').result).toMatchObject({ taxCny: '60000.00' });
    const defects = [{ about: null, problem: '请补充转让合同' }];
    await decide(filed, 'registration', ['return', { defects }, ', $defects: [CaseDefectInput!]!']);
    const returned = await until(FOUNDER, number, isAt('registration', 'RETURNED'));
    expect(stepOf(returned, 'registration').problems).toEqual([{ code: null, message: '请补充转让合同' }]);
    await command(
      FOUNDER,
      `mutation ($number: ID!, $version: Int!, $form: JSON!, $idempotencyKey: ID!) {
        payload: completeMatterCase(number: $number, expectedVersion: $version, form: $form, idempotencyKey: $idempotencyKey) { userErrors { code message field } } }`,
      { number, version: returned.version, form },
    );
    const again = await until(FOUNDER, number, isAt('registration', 'AT_OFFICE'));
    await decide({ ...again, caseVersion: 4 }, 'registration', ...GRANT);
    const completed = await until(FOUNDER, number, ({ state }) => state === 'COMPLETED');
    expect(completed.times.applicantHours).toBeGreaterThan(0);
    const own = await ask(
      FOUNDER,
      `query ($code: RealEstateUnitCode!) { realEstateUnit(code: $code) { source holder { uscc name } certificate { credential } } }`,
      { code: unit },
    );
    expect(own.realEstateUnit).toMatchObject({ source: 'GRAPH', holder: { uscc, name } });
    expect(await verdictsOf(own.realEstateUnit.certificate.credential)).toEqual(['VALID']);
  });

  test('an industrial building is permitted in stages; when one is denied, those before are undone', async () => {
    const { uscc, name } = await enterpriseOf(FOUNDER);
    const form = {
      project: {
        enterpriseName: name,
        name: '食品加工厂房',
        parcel: '320412001001GB00001',
        landUse: '0601',
        landAreaM2: '20000.00',
        address: '武进区滨湖路1号',
        areaM2: 12000,
      },
      contact: { name: '林晓岚', phone: '0519-86660000' },
    };
    const number = await start(FOUNDER, 'YJS320000003', uscc, '320412', form);
    await decide(await until(FOUNDER, number, isAt('land', 'AT_OFFICE')), 'land', ...GRANT);
    await decide(await until(FOUNDER, number, isAt('works', 'AT_OFFICE')), 'works', ...GRANT);
    await decide(await until(FOUNDER, number, isAt('construction', 'AT_OFFICE')), 'construction', ...GRANT);
    const completed = await until(FOUNDER, number, ({ state }) => state === 'COMPLETED');
    expect(stepOf(completed, 'land').result.planningPermit).toEqual(expect.any(String));
    const held = [
      await landCertificateOf(completed, 'land'),
      (await permitOf(completed, 'works')).certificate.credential,
      (await permitOf(completed, 'construction')).certificate.credential,
    ];
    expect(await verdictsOf(...held)).toEqual(['VALID', 'VALID', 'VALID']);

    const second = await start(FOUNDER, 'YJS320000003', uscc, '320412', form);
    await decide(await until(FOUNDER, second, isAt('land', 'AT_OFFICE')), 'land', ...GRANT);
    await decide(await until(FOUNDER, second, isAt('works', 'AT_OFFICE')), 'works', [
      'decline',
      { reason: '不符合规划条件' },
      ', $reason: String!',
    ]);
    const failed = await until(FOUNDER, second, ({ state }) => state === 'FAILED');
    expect(failed.reason).toContain('不符合规划条件');
    expect(failed.steps.map(({ state }: Answer) => state)).toEqual(['UNDONE', 'DENIED', 'LEFT_OUT']);

    const third = await start(FOUNDER, 'YJS320000003', uscc, '320412', form);
    await decide(await until(FOUNDER, third, isAt('land', 'AT_OFFICE')), 'land', ...GRANT);
    await decide(await until(FOUNDER, third, isAt('works', 'AT_OFFICE')), 'works', ...GRANT);
    const built = await until(FOUNDER, third, isAt('construction', 'AT_OFFICE'));
    const gone = [
      await landCertificateOf(built, 'land'),
      (await permitOf(built, 'works')).certificate.credential,
    ];
    expect(await verdictsOf(...gone)).toEqual(['VALID', 'VALID']);
    await decide(built, 'construction', ['decline', { reason: '施工图未通过审查' }, ', $reason: String!']);
    const undone = await until(FOUNDER, third, ({ state }) => state === 'FAILED');
    expect(undone.steps.map(({ state }: Answer) => state)).toEqual(['UNDONE', 'UNDONE', 'DENIED']);
    expect(await permitOf(undone, 'works')).toBeNull();
    await untilRevoked(...gone);
    expect(await verdictsOf(...held)).toEqual(['VALID', 'VALID', 'VALID']);
  });

  test('whoever withdraws leaves nothing behind, and the name is free again', async () => {
    const name = '常州撤回测试有限公司';
    const number = await start(FOUNDER, 'YJS320000001', null, '320412', opening(name));
    const filed = await until(FOUNDER, number, isAt('registration', 'AT_OFFICE'));
    await decide(filed, 'registration', ...GRANT);
    const registered = await until(FOUNDER, number, isAt('food', 'AT_OFFICE'));
    const { uscc } = stepOf(registered, 'registration').result;
    await until(FOUNDER, number, isAt('tax', 'DONE'));
    const atSeal = await until(FOUNDER, number, isAt('seal', 'AT_OFFICE'));
    await decide(atSeal, 'food', ...GRANT);
    const { version } = await until(FOUNDER, number, isAt('food', 'DONE'));
    const { enterprise } = await ask(
      FOUNDER,
      'query ($uscc: USCC!) { enterprise(uscc: $uscc) { licence { credential } } }',
      { uscc },
    );
    const credentials = [
      enterprise.licence.credential,
      (await permitOf(registered, 'food')).certificate.credential,
    ];
    expect(await verdictsOf(...credentials)).toEqual(['VALID', 'VALID']);
    await command(
      FOUNDER,
      `mutation ($number: ID!, $version: Int!, $idempotencyKey: ID!) {
        payload: withdrawMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $idempotencyKey) { userErrors { code message field } } }`,
      { number, version },
    );
    const withdrawn = await until(FOUNDER, number, ({ state }) => state === 'WITHDRAWN');
    expect(new Set(withdrawn.steps.map(({ state }: Answer) => state))).toEqual(new Set(['UNDONE']));
    const query =
      'query ($uscc: USCC!, $id: ID!) { enterprise(uscc: $uscc) { name } taxpayer(id: $id) { name } }';
    const { data, errors } = await system().ask(query, { uscc, id: uscc }, await headersOf(FOUNDER));
    expect(data).toEqual({ enterprise: null, taxpayer: null });
    expect(errors.map(({ extensions }: Answer) => extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await permitOf(registered, 'food')).toBeNull();
    await untilRevoked(...credentials);
    const again = await start(FOUNDER, 'YJS320000001', null, '320412', opening(name));
    await until(FOUNDER, again, isAt('registration', 'AT_OFFICE'));
  });

  /** The enterprise for which a person acts as legal representative since it was opened here. */
  async function enterpriseOf(client: Client): Promise<{ uscc: string; name: string }> {
    const { myMandates } = await ask(
      client,
      '{ myMandates { edges { node { kind enterprise { uscc name source } } } } }',
    );
    return myMandates.edges
      .map(({ node }: Answer) => node.enterprise)
      .find(({ source }: Answer) => source === 'GRAPH');
  }
}
