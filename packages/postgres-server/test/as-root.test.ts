import { chmod, cp, lstat, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findBinaries, installedPackage } from '../src/binaries.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/index.ts';
import { runAs } from '../src/server-user.ts';
import { holdServer, killNow } from './holder.ts';
import { temporaryFolder } from './temporary-folder.ts';

// A server starts in half a second, but not on a machine that does ten other things.
vi.setConfig({ testTimeout: 120_000 });

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };

test.runIf(isRoot)('under root the server runs as an unprivileged user', async () => {
  const dataDir = await temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir });
  onTestFinished(() => server.stop());
  expect((await stat(join(dataDir, 'cluster'))).uid).toBeGreaterThan(0);
});

test.runIf(isRoot)(
  'a data folder that user cannot reach keeps its cluster elsewhere, says where, and removes it there',
  async () => {
    const closed = join(await temporaryFolder(), 'closed');
    await mkdir(closed, { mode: 0o700 });
    const dataDir = join(closed, 'data');

    const first = await startEmbeddedPostgres({ dataDir });
    expect(first.movedTo).toMatch(/^\/var\/lib\/yiwang\//);
    onTestFinished(() => rm(first.movedTo!, { recursive: true, force: true }));
    await first.stop();

    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.movedTo).toBe(first.movedTo);
    await second.stop();

    expect(await removeEmbeddedPostgres(dataDir)).toBe(join(first.movedTo!, 'cluster'));
    await expect(stat(first.movedTo!)).rejects.toThrow('ENOENT');
  },
);

test.runIf(isRoot)(
  'a cluster that became unreachable is named and never replaced by an empty one',
  async () => {
    const parent = await temporaryFolder();
    await chmod(parent, 0o755);
    const dataDir = join(parent, 'data');
    await (await startEmbeddedPostgres({ dataDir })).stop();
    await chmod(parent, 0o700);

    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      'cannot be reached by the user that PostgreSQL runs as',
    );
  },
);

test.runIf(isRoot)(
  'binaries that user cannot reach are copied beside the cluster, with the links npm left out',
  async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o711);
    const { directory, version } = installedPackage();
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await cp(directory, closed, { recursive: true, filter: async (path) => !(await isLink(path)) });

    const binaries = await findBinaries(folder, NOBODY, { directory: closed, version });
    expect(binaries).toBe(join(folder, `postgresql-${version}`, 'native'));
    expect(await runAs(NOBODY, join(binaries, 'bin/initdb'), ['--version'])).toMatchObject({ code: 0 });
  },
);

test.runIf(isRoot)('a user other than root runs the server as itself', async () => {
  const dataDir = join(await temporaryFolder(), 'data');
  await mkdir(dataDir, { mode: 0o700 });
  await chmod(join(dataDir, '..'), 0o711);
  await runAs({}, 'chown', [`${NOBODY.uid}:${NOBODY.gid}`, dataDir]);
  const holder = await holdServer(dataDir, NOBODY);
  onTestFinished(() => void holder.process.kill('SIGKILL'));

  expect(holder.said.error).toBeUndefined();
  expect((await stat(join(dataDir, 'cluster'))).uid).toBe(NOBODY.uid);
  expect((await stat(join(dataDir, 'password'))).uid).toBe(NOBODY.uid);

  // Root may take the folder over: the server then runs as the owner of the cluster.
  await killNow(holder.process);
  const server = await startEmbeddedPostgres({ dataDir });
  await server.stop();
  expect(server.leftovers).toBeGreaterThan(0);
});

test.runIf(isRoot)('a folder that may not be written is one clear line', async () => {
  const dataDir = await temporaryFolder();
  await chmod(dataDir, 0o755);
  const holder = await holdServer(dataDir, NOBODY);
  expect(holder.said.error).toContain('may not be written by this user');
});

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path)).isSymbolicLink();
}
