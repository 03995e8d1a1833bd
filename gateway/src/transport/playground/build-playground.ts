import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { STAMP_FILE, stamp } from './stamp.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * Bundles GraphiQL from our own packages into a folder of static files. Takes one to two seconds.
 *
 * The folder appears at once or not at all, so that processes which build or read it at the same time do not disturb each other.
 *
 * @throws Error when the parent folder cannot be written
 */
export async function buildPlayground(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`);
  try {
    await bundle(draft);
    await writeFile(join(draft, STAMP_FILE), (await stamp()) ?? '');
    // mkdtemp lets one user read it, but an image is built by another user than the one that serves from it.
    await chmod(draft, 0o755);
    await replaceFolder(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: {
      playground: fileURLToPath(new URL('page/playground.js', import.meta.url)),
      'editor.worker': resolve('monaco-editor/esm/vs/editor/editor.worker.js'),
      'json.worker': resolve('monaco-editor/esm/vs/language/json/json.worker.js'),
      'graphql.worker': resolve('monaco-graphql/esm/graphql.worker.js'),
    },
    outdir,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    target: 'es2022',
    loader: { '.ttf': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
}

async function replaceFolder(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch {
    // There is one: an older one, or one that another process has just built.
    const old = await mkdtemp(join(dirname(folder), 'old-'));
    await rename(folder, join(old, 'playground')).catch(() => {});
    await rename(draft, folder).finally(() => rm(old, { recursive: true, force: true }));
  }
}
