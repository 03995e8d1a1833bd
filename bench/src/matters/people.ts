import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'undici';
import { ROOT } from '../places.ts';

const HOUR_S = 3600;

/** Who signs in, as a token names it. */
export interface Person {
  user: string;
  department: string | null;
  scopes: readonly string[];
}

/** Asks the gateway for people. */
export interface People extends AsyncDisposable {
  /**
   * Sends one command with a new idempotency key.
   *
   * @param query with one root field, named `payload`, that has `userErrors`
   * @throws Error when it is not carried out
   */
  command<Payload>(person: Person, query: string, variables: object): Promise<Payload>;
}

/** @param inFlight requests at once */
export async function openPeople(url: string, data: string, inFlight: number): Promise<People> {
  const { readPrivateKey, signClientToken } = await import(
    new URL('packages/identity/src/index.ts', ROOT).href
  );
  const issuer = await readPrivateKey(await readFile(join(data, 'keys/issuer.key'), 'utf8'));
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: inFlight, pipelining: 1 });
  const tokens = new Map<string, Promise<string>>();

  function tokenOf({ user, department, scopes }: Person): Promise<string> {
    const id = department === null ? 'portal' : `${department}-desk`;
    const known = tokens.get(`${id} ${user}`);
    if (known) return known;
    const token: Promise<string> = signClientToken(issuer, { id, user, department, scopes }, HOUR_S);
    tokens.set(`${id} ${user}`, token);
    return token;
  }

  return {
    async command<Payload>(person: Person, query: string, variables: object) {
      const response = await pool.request({
        path: pathname,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(person)}`,
          'purpose-basis': 'bench',
          'purpose-case': '1',
          'purpose-requester': 'bench',
        },
        body: JSON.stringify({ query, variables: { key: randomUUID(), ...variables } }),
      });
      const { data: answer, errors } = (await response.body.json()) as {
        data?: { payload: (Payload & { userErrors: object[] }) | null };
        errors?: object[];
      };
      const payload = answer?.payload;
      if (payload && payload.userErrors.length === 0) return payload;
      throw new Error(`The gateway answers ${JSON.stringify(errors ?? payload).slice(0, 500)}`);
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
