import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const FIXTURE = join(import.meta.dirname, '../fixture-app');
const CONTEXT = join(import.meta.dirname, '../../../app/context.ts');
const BUILDER = join(
  dirname(createRequire(import.meta.url).resolve('@react-router/dev/package.json')),
  'bin.cjs',
);

/** The folder of the fixture's pages, built when its sources have changed. */
export async function fixturePages(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(CONTEXT));
  for (const name of (await readdir(FIXTURE, { recursive: true })).sort()) {
    if (/^(dist|\.react-router)/.test(name) || !/\.(tsx?|json)$/.test(name)) continue;
    hash.update(name).update(readFileSync(join(FIXTURE, name)));
  }
  const folder = join(FIXTURE, 'dist', hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const draft = `${folder}-${process.pid}`;
  await promisify(execFile)(process.execPath, [BUILDER, 'build'], {
    cwd: FIXTURE,
    env: { ...process.env, NODE_ENV: 'production', FIXTURE_BUILD: draft },
  });
  try {
    renameSync(draft, folder);
  } catch {
    // Another process was faster.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
