import type { People, Person } from './people.ts';

const MATTER = 'YJS320000001';
const REGION = '320412';
const OFFICIAL: Person = { user: 'official-001', department: 'enterprises', scopes: ['cases:decide'] };

/** An application to open an enterprise, which its applicant has begun. */
export interface Opening {
  number: string;
  applicant: Person;
}

const START = `mutation ($input: MatterCaseInput!, $key: ID!) { payload: startMatterCase(input: $input, idempotencyKey: $key) {
  matterCase { number } userErrors { code message } } }`;
const SUBMIT = `mutation ($number: ID!, $key: ID!) { payload: submitMatterCase(number: $number, expectedVersion: 1, idempotencyKey: $key) {
  userErrors { code message } } }`;
const step = (name: string, more = '') => `mutation ($number: ID!, $version: Int!, $key: ID!) {
  payload: ${name}(number: $number, expectedVersion: $version, idempotencyKey: $key${more}) { userErrors { code message } } }`;
/** A registration that is filed is at version 2. */
const REVIEW = [step('acceptRegistration'), step('startRegistrationReview')];
const GRANT = step('decideRegistration', ', decision: GRANTED');

/** Begins one application, as a draft that is whole. @param i no other application of the run has it */
export async function beginOpening(people: People, i: number): Promise<Opening> {
  const applicant = { user: `bench-founder-${i}`, department: null, scopes: [] };
  const form = {
    enterprise: {
      name: `常州${inHan(i)}食品有限公司`,
      type: '1130',
      industry: '5212',
      capitalCny: '1000000',
      businessScope: '食品销售',
      address: '武进区滨湖路1号',
    },
    representative: { name: '林晓岚', phone: '0519-86660000' },
    seal: { areaM2: 120 },
    food: { isWanted: true },
  };
  const input = { matter: MATTER, applicant: null, region: REGION, form };
  const { matterCase } = await people.command<{ matterCase: { number: string } }>(applicant, START, {
    input,
  });
  return { number: matterCase.number, applicant };
}

export async function submitOpening(people: People, { number, applicant }: Opening): Promise<void> {
  await people.command(applicant, SUBMIT, { number });
}

/** An official accepts and reviews a registration. @param number of the registration */
export async function reviewRegistration(people: People, number: string): Promise<void> {
  for (const [i, query] of REVIEW.entries())
    await people.command(OFFICIAL, query, { number, version: 2 + i });
}

export async function grantRegistration(people: People, number: string): Promise<void> {
  await people.command(OFFICIAL, GRANT, { number, version: 2 + REVIEW.length });
}

/** A number in Chinese characters, so that names differ: five digits of them. */
function inHan(i: number): string {
  return [...String(i).padStart(5, '0')].map((digit) => '零壹贰叁肆伍陆柒捌玖'[Number(digit)]).join('');
}
