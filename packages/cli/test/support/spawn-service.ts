import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bareEnvironment, DEPARTMENT_FLAGS } from '@yiwang/testing';

const ROOT = new URL('../../../../', import.meta.url);

export interface SpawnedService extends AsyncDisposable {
  /** Without a path. */
  url: string;
  child: ChildProcess;
}

/**
 * A service of the project as a process of its own, on a free port; resolves when it listens.
 *
 * @param file such as `gateway/src/main.ts`
 */
export async function spawnService(
  file: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
  root: URL = ROOT,
): Promise<SpawnedService> {
  const flags = file.startsWith('subgraphs/') ? DEPARTMENT_FLAGS : [];
  const child = spawn(process.execPath, [...flags, fileURLToPath(new URL(file, root)), ...args], {
    env: { ...bareEnvironment(), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it listened.`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const entry = JSON.parse(line) as { msg?: string; url?: string };
      if (entry.msg === 'listening') resolve(entry.url!);
    });
  });
  return {
    url,
    child,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
