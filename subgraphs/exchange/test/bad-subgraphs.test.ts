import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Proposal } from '../src/registry/proposal/check-proposals.ts';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry();
  await registry.publish([fisheries(), harbours()]);
});
afterAll(() => registry.close());

/** Publishes what must be rejected, and checks that nothing changed but one row of the audit log. */
async function refused(proposals: readonly Proposal[]) {
  const before = await registry.contentsOfTables();
  const answer = await registry.publish(proposals);
  expect(answer).toMatchObject({ outcome: 'REFUSED', version: 1 });
  expect(await registry.contentsOfTables()).toEqual(before);
  expect(await registry.audit(1)).toMatchObject([
    { action: 'publish', outcome: 'REFUSED', code: answer.userErrors[0]!.code },
  ]);
  return answer;
}

test.each<[url: string, code: string]>([
  ['http://127.0.0.1:4001/graphql', 'FORBIDDEN_ADDRESS'],
  ['http://localhost:4001/graphql', 'FORBIDDEN_ADDRESS'],
  ['http://2130706433/', 'FORBIDDEN_ADDRESS'],
  ['http://0x7f.1/', 'FORBIDDEN_ADDRESS'],
  ['http://[::1]/', 'FORBIDDEN_ADDRESS'],
  ['http://[::ffff:127.0.0.1]/', 'FORBIDDEN_ADDRESS'],
  ['http://[64:ff9b::7f00:1]/', 'FORBIDDEN_ADDRESS'],
  ['http://[2002:7f00:1::]/', 'FORBIDDEN_ADDRESS'],
  ['http://169.254.169.254/latest/meta-data', 'FORBIDDEN_ADDRESS'],
  ['http://[fe80::1]/', 'FORBIDDEN_ADDRESS'],
  ['http://0.0.0.0/', 'FORBIDDEN_ADDRESS'],
  ['http://[::]/', 'FORBIDDEN_ADDRESS'],
  ['http://224.0.0.1/', 'FORBIDDEN_ADDRESS'],
  ['http://255.255.255.255/', 'FORBIDDEN_ADDRESS'],
  ['http://no-such-host.invalid/graphql', 'UNKNOWN_HOST'],
  ['file:///etc/passwd', 'MALFORMED_URL'],
  ['ftp://10.0.0.1/', 'MALFORMED_URL'],
  ['http://user:secret@10.0.0.1/', 'MALFORMED_URL'],
  ['//10.0.0.1/graphql', 'MALFORMED_URL'],
  ['', 'MALFORMED_URL'],
  [`http://10.0.0.1/${'a'.repeat(2000)}`, 'MALFORMED_URL'],
])('%s is no address of a department', async (url, code) => {
  const { userErrors } = await refused([{ ...fisheries('crew: Int'), url }]);
  expect(userErrors).toMatchObject([{ code, field: ['subgraphs', '0', 'url'] }]);
});

test('loopback is a department’s address where it is allowed, link-local never', async () => {
  const laptop = await openRegistry({ allowLoopback: true });
  const at = (url: string) => laptop.publish([{ ...fisheries(), url }]);
  expect((await at('http://localhost:4001/graphql')).outcome).toBe('PUBLISHED');
  expect((await at('http://[::1]:4001/graphql')).outcome).toBe('PUBLISHED');
  expect((await at('http://169.254.169.254/')).userErrors[0]?.code).toBe('FORBIDDEN_ADDRESS');
  await laptop.close();
});

const lookAlike = fisheries('"Crew."\n  crew: Int\n  "Crew."\n  crevv: Int').sdl;
const renamedKey = fisheries().sdl.replaceAll('number', 'hullNumber');

test.each<[what: string, sdl: string, code: string]>([
  ['that is not GraphQL', 'type Query {', 'COMPOSITION_FAILED'],
  ['that is empty', '', 'COMPOSITION_FAILED'],
  ['that renames a key', renamedKey, 'COMPOSITION_FAILED'],
  ['with names that look alike', lookAlike, 'LINT_FAILED'],
  ['of 20 MB', `# ${'x'.repeat(20 * 1024 * 1024)}\n${fisheries().sdl}`, 'SDL_TOO_LARGE'],
  ['with U+0000', `# \0\n${fisheries().sdl}`, 'MALFORMED_SDL'],
])('a schema %s is refused', async (_what, sdl, code) => {
  const { userErrors } = await refused([{ ...fisheries(), sdl }]);
  expect(userErrors.map((error) => error.code)).toContain(code);
});

test.each(['Fisheries', 'fіsheries', '1fisheries', 'fish eries', '', 'a'.repeat(41)])(
  '%j is no name of a department',
  async (department) => {
    const { userErrors } = await refused([{ ...fisheries(), department }]);
    expect(userErrors).toMatchObject([{ code: 'MALFORMED_NAME', field: ['subgraphs', '0', 'department'] }]);
  },
);

test.each(['fi-sheries', 'fi5heries', 'fisherie5'])(
  '%s is refused beside fisheries, which it looks like',
  async (department) => {
    const { userErrors } = await refused([{ ...fisheries(), department }]);
    expect(userErrors[0]).toMatchObject({ code: 'LOOK_ALIKE_NAME' });
  },
);

test('a list with good and bad subgraphs is refused whole, with a reason for each', async () => {
  const { userErrors } = await refused([
    harbours('depthM: Float'),
    { ...fisheries(), url: 'http://127.0.0.1/' },
    { ...fisheries(), sdl: '\0' },
  ]);
  expect(userErrors.map(({ code, field }) => [code, field?.join('.')])).toEqual([
    ['FORBIDDEN_ADDRESS', 'subgraphs.1.url'],
    ['DUPLICATE_DEPARTMENT', 'subgraphs.2.department'],
    ['MALFORMED_SDL', 'subgraphs.2.sdl'],
  ]);
});

test('an empty list, and days that are none, are refused before anything else', async () => {
  await expect(registry.publish([])).rejects.toMatchObject({ extensions: { code: 'INVALID_ARGUMENT' } });
});
