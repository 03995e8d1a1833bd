import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ROOT } from '../../support/compose-file.ts';
import { applyAndTrack } from '../apply.ts';
import { CITIZEN, OFFICIAL, SCREENS } from '../screens.ts';
import { openSignedIn, type World } from './world.ts';

const DOCUMENTS = join(ROOT, 'packages/portal/app/graphql/generated/persisted-documents.json');
/** Who asks by the portal: strangers, citizens and officials of permits. */
const CLIENTS = ['public', 'portal', 'permits-desk'];

/** Settings of a gateway that has the documents of the portal, and later takes no others. */
export interface TrustedGateway extends AsyncDisposable {
  settings: Readonly<Record<string, string>>;
  /** From soon after on, the gateway refuses all other documents. */
  restrict(): Promise<void>;
}

export async function prepareTrustedGateway(): Promise<TrustedGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-trusted-'));
  const clients = join(folder, 'clients.json');
  // Beside the folders of clients: what every client may run.
  await mkdir(join(folder, 'trusted'));
  await copyFile(DOCUMENTS, join(folder, 'trusted/persisted-documents.json'));
  await writeFile(clients, '{}');
  return {
    settings: { PERSISTED_OPERATIONS: join(folder, 'trusted'), CLIENTS: clients },
    restrict: () =>
      writeFile(
        clients,
        JSON.stringify(Object.fromEntries(CLIENTS.map((id) => [id, { persistedOnly: true }]))),
      ),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The portal before a gateway that refuses all but its documents. The gateway stays like that. */
export function trustedDocumentTests(world: () => World, restrict: () => Promise<void>): void {
  test('before a gateway that takes its documents only, all pages are as before, and one applies and sees the office accept it', async () => {
    const { system, portal, item } = world();
    await restrict();
    await vi.waitFor(
      async () => {
        const { errors } = await system.ask('{ serviceItems(first: 1) { edges { node { code } } } }');
        expect(errors[0].extensions.code).toBe('PERSISTED_OPERATION_REQUIRED');
      },
      { timeout: 20_000, interval: 300 },
    );
    for (const { path, status } of SCREENS.filter(({ isReading }) => isReading)) {
      if (status !== undefined || path.includes('{')) continue;
      const response = await fetch(`${portal}/zh${path}`);
      expect(response.status, path).toBe(200);
      expect(await response.text(), path).not.toMatch(/暂时无法显示|暂时没有应答/);
    }
    await using citizen = await openSignedIn(world(), CITIZEN);
    await using official = await openSignedIn(world(), OFFICIAL);
    await applyAndTrack(portal, item, citizen, official);
    expect([...citizen.complaints(), ...official.complaints()]).toEqual([]);
  });
}
