import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Assertion,
  ASSERTION_HEADER,
  bodyDigest,
  createKey,
  type PrivateKey,
  PUBLIC_CLIENT,
  publicKeyOf,
  signAssertion,
} from '@yiwang/identity';

/** Vouches for callers as a gateway does, for tests that ask a department directly. */
export interface TestGateway extends AsyncDisposable {
  /** For the setting GATEWAY_KEYS. */
  keysFile: string;
  /** For the setting CURSOR_KEY. */
  cursorKeyFile: string;
  key: PrivateKey;
  /**
   * Headers of one request; nobody in particular, who may read nothing that is shared with condition, but for what is given.
   * A new assertion each time.
   *
   * @param body of the request, as it is sent: what gives more than everyone may read, or changes something, is bound to it
   */
  sign(
    department: string,
    assertion?: Partial<Assertion>,
    body?: string | Buffer,
  ): Promise<Record<string, string>>;
  /** Replaces the keys that the departments accept. */
  accept(...keys: PrivateKey[]): Promise<void>;
}

export async function createTestGateway(): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-gateway-'));
  const keysFile = join(folder, 'gateways.json');
  const key = await createKey();
  const accept = (...keys: PrivateKey[]) =>
    writeFile(keysFile, JSON.stringify({ keys: keys.map(publicKeyOf) }));
  await accept(key);
  const cursorKeyFile = join(folder, 'cursors.key');
  await writeFile(cursorKeyFile, randomBytes(32).toString('base64url'));
  return {
    keysFile,
    cursorKeyFile,
    key,
    accept,
    sign: (department, assertion, body) => signAs(key, department, assertion, body),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** As {@link TestGateway.sign}, with any key. */
export async function signAs(
  key: PrivateKey,
  department: string,
  assertion: Partial<Assertion> = {},
  body?: string | Buffer,
): Promise<Record<string, string>> {
  const { id: client, ...rest } = PUBLIC_CLIENT;
  const whole = { client, ...rest, purpose: null, requestId: 'test', reads: [], ...assertion };
  const bound = body === undefined ? whole : { ...whole, body: bodyDigest(body) };
  return { [ASSERTION_HEADER]: signAssertion(key, 'gateway', department, bound) };
}

/** What an assertion says of someone who was granted the fields, for rows of the regions or of all. */
export function granted(
  coordinates: readonly string[],
  regions: readonly string[] | null = null,
): Pick<Assertion, 'client' | 'purpose' | 'reads'> {
  return {
    client: 'water-bureau',
    purpose: { basis: '水法 第四十八条', caseNumber: 'W-2026-17', requester: 'water-bureau' },
    reads: coordinates.map((coordinate) => ({ coordinate, grant: 'G1', regions })),
  };
}
