import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Assertion,
  ASSERTION_HEADER,
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
  key: PrivateKey;
  /**
   * Headers of one request; nobody in particular, who may read nothing that is shared with condition, but for what is given.
   * A new assertion each time.
   */
  sign(department: string, assertion?: Partial<Assertion>): Promise<Record<string, string>>;
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
  return {
    keysFile,
    key,
    accept,
    sign: (department, assertion) => signAs(key, department, assertion),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** As {@link TestGateway.sign}, with any key. */
export async function signAs(
  key: PrivateKey,
  department: string,
  assertion: Partial<Assertion> = {},
): Promise<Record<string, string>> {
  const { id: client, ...rest } = PUBLIC_CLIENT;
  const whole = { client, ...rest, purpose: null, requestId: 'test', reads: [], ...assertion };
  return { [ASSERTION_HEADER]: await signAssertion(key, 'gateway', department, whole) };
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
