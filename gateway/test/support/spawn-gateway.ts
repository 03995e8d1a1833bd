import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '@yiwang/testing';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export interface GatewayProcess {
  /** Without a path. */
  url: string;
  child: ChildProcess;
  /** Log lines so far, parsed. */
  log: Record<string, unknown>[];
  /** Asks it to end and waits; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** The real program over a file; see {@link spawnProcess}. */
export function spawnGateway(
  supergraphFile: string,
  environment: NodeJS.ProcessEnv = {},
  nodeOptions: string[] = [],
): Promise<GatewayProcess> {
  return spawnProcess(['--supergraph', supergraphFile], environment, nodeOptions);
}

/** The real program in a process of its own, on a free port; resolves when it listens. */
export async function spawnProcess(
  args: string[],
  environment: NodeJS.ProcessEnv = {},
  nodeOptions: string[] = [],
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [...nodeOptions, MAIN, ...args, '--port', '0'], {
    env: { ...bareEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const log: Record<string, unknown>[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code} before it listened.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line) as Record<string, unknown>;
      log.push(entry);
      if (entry['msg'] === 'listening') resolve(entry['url'] as string);
    });
  });

  return {
    url,
    child,
    log,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}

/** Runs the program to its end with these arguments, where it is expected to refuse. */
export async function runGateway(
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...bareEnvironment(), ...environment },
  });
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: code as number | null, stdout, stderr };
}
