import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PrivateKey, readPrivateKey, readPublicKeys } from '@yiwang/identity';
import { expect, test } from 'vitest';
import { settleKeys } from '../src/system/keys.ts';
import { settlePortalKeys } from '../src/system/portal-keys.ts';
import { launch } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DEPARTMENTS = [{ name: 'alpha' }];

async function makeKeys() {
  const folder = await temporaryFolder();
  await settleKeys(folder, DEPARTMENTS);
  await settlePortalKeys(folder);
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const kidOf = async (name: string) => (await readPrivateKey(await text(`${name}.key`))).kid;
  const trusted = async (file: string) => (await readPublicKeys(await text(file))).map(({ kid }) => kid);
  const rotate = (...args: string[]) => launch('rotate-key', [...args, '--keys', folder]);
  return { folder, text, kidOf, trusted, rotate };
}

test('a rotation that is killed goes on with the same command, makes one new key only, and leaves nothing of the former one but the public half of certificates', async () => {
  const { folder, text, kidOf, trusted, rotate } = await makeKeys();
  const former = await kidOf('auditor');
  const formerLine = (await text('session.key')).trim();
  const certificateKeys = async () =>
    (JSON.parse(await text('alpha.certificates.json')) as { keys: (PrivateKey & { alg: string })[] }).keys;
  const [formerCertificates] = await certificateKeys();
  const names = ['auditor', 'sessions', 'certificates:alpha'];

  const killed = rotate(...names, '--overlap', '6s');
  await killed.says(/Accepted beside the former keys: the new keys of auditor, sessions, certificates:alpha/);
  killed.process.kill('SIGKILL');
  await killed.ended();
  expect(await kidOf('auditor')).toBe(former);
  const [, next] = await trusted('auditors.json');
  const [first, second] = (await text('session.key')).trim().split('\n');
  expect(first).toBe(formerLine);
  // A start in between takes nothing back.
  await settleKeys(folder, DEPARTMENTS);
  expect(await trusted('auditors.json')).toEqual([former, next]);

  const goingOn = rotate(...names, '--no-wait');
  expect(await goingOn.ended(), goingOn.errors()).toBe(0);
  expect(goingOn.output()).toMatch(/The former key of auditor is accepted until 20\d\d-/);
  expect(await kidOf('auditor')).toBe(next);
  expect(await trusted('auditors.json')).toEqual([next, former]);
  expect((await text('session.key')).trim().split('\n')).toEqual([second, formerLine]);

  expect((await certificateKeys()).map(({ d }) => typeof d)).toEqual(['string', 'string']);

  const ending = rotate(...names);
  expect(await ending.ended(), ending.errors()).toBe(0);
  expect(await kidOf('auditor')).toBe(next);
  expect(await trusted('auditors.json')).toEqual([next]);
  expect(await trusted('auditor.key.pub')).toEqual([next]);
  expect((await text('session.key')).trim()).toBe(second);
  const { d: _private, ...published } = formerCertificates!;
  const [nextCertificates, ...others] = await certificateKeys();
  expect(nextCertificates).toMatchObject({ d: expect.any(String), alg: 'EdDSA' });
  expect(nextCertificates!.kid).not.toBe(published.kid);
  expect(others).toEqual([published]);
  expect(JSON.parse(await text('rotations.json'))).toEqual({});
});

test('it says what it would do, refuses what it does not know, and asks for a registry where one has to know the key', async () => {
  const { folder, kidOf, rotate } = await makeKeys();
  const before = await kidOf('issuer');
  const dry = rotate('issuer', '--dry-run');
  expect(await dry.ended()).toBe(0);
  expect(dry.output()).toContain('both are accepted for 24 h');
  expect(await kidOf('issuer')).toBe(before);

  const unknown = rotate('gatewy');
  expect(await unknown.ended()).toBe(1);
  expect(unknown.errors()).toContain('There is no key gatewy. There are: all, gateway,');
  const short = rotate('issuer', '--overlap', '1s');
  expect(await short.ended()).toBe(1);
  expect(short.errors()).toContain('at least 6 s');
  const alone = rotate('gateway');
  expect(await alone.ended()).toBe(1);
  expect(alone.errors()).toContain('--registry');
  await writeFile(join(folder, 'rotations.json'), '{');
  const broken = rotate('issuer', '--no-wait');
  expect(await broken.ended()).toBe(1);
  expect(broken.errors()).toContain('rotations.json cannot be read');
  expect(await kidOf('issuer')).toBe(before);
});
