import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Pool } from 'undici';
import { ROOT } from '../places.ts';

const START = `mutation ($input: CaseInput!, $key: ID!) { startCase(input: $input, idempotencyKey: $key) {
  case { number version } userErrors { code message } } }`;
const SUBMIT = `mutation ($number: ID!, $version: Int!, $key: ID!) {
  submitCase(number: $number, expectedVersion: $version, idempotencyKey: $key) { case { number version } userErrors { code message } } }`;

export interface SubmissionTarget {
  /** GraphQL of the department of permits. */
  url: string;
  /** File of the key of a gateway that the department knows. */
  gatewayKey: string;
  item: string;
  form: object;
  inFlight: number;
}

export interface Submissions extends AsyncDisposable {
  /** Begins and submits cases for a time; returns how many. */
  run(seconds: number): Promise<number>;
}

/** Sends what a gateway sends for a person who applies for himself: a signed assertion for each request. */
export async function openSubmissions({
  url,
  gatewayKey,
  item,
  form,
  inFlight,
}: SubmissionTarget): Promise<Submissions> {
  const { ASSERTION_HEADER, bodyDigest, readPrivateKey, signAssertion } = await import(
    new URL('packages/identity/src/index.ts', ROOT).href
  );
  const key = await readPrivateKey(await readFile(gatewayKey, 'utf8'));
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: inFlight, pipelining: 1 });

  async function send(
    query: string,
    variables: object,
    user: string,
  ): Promise<{ number: string; version: number }> {
    const body = JSON.stringify({ query, variables });
    const assertion = signAssertion(key, 'gateway', 'permits', {
      client: 'portal',
      user,
      department: null,
      scopes: [],
      purpose: null,
      requestId: randomUUID(),
      reads: [],
      body: bodyDigest(body),
    });
    const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
    const answer = await pool.request({ path: pathname, method: 'POST', headers, body });
    const { data, errors } = (await answer.body.json()) as {
      data?: Record<
        string,
        { case: { number: string; version: number } | null; userErrors: object[] } | null
      >;
      errors?: object[];
    };
    const [payload] = Object.values(data ?? {});
    if (payload?.case) return payload.case;
    throw new Error(`The department answers ${JSON.stringify(errors ?? payload).slice(0, 500)}`);
  }

  return {
    async run(seconds) {
      let submitted = 0;
      const end = performance.now() + seconds * 1000;
      const worker = async (_: unknown, i: number) => {
        const user = `bench-applicant-${i}`;
        while (performance.now() < end) {
          const begun = await send(START, { input: { item, form }, key: randomUUID() }, user);
          await send(SUBMIT, { ...begun, key: randomUUID() }, user);
          submitted += 1;
        }
      };
      await Promise.all(Array.from({ length: inFlight }, worker));
      return submitted;
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
