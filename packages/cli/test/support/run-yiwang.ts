import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { bareEnvironment } from '@yiwang/testing';
import { run } from '../../src/run.ts';

const YIWANG = fileURLToPath(new URL('../../bin/yiwang.mjs', import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  env?: NodeJS.ProcessEnv;
  /** Where the user stands. */
  cwd?: string;
}

/** The real command in a process of its own, without colours, in a folder that holds nothing of ours. */
export async function spawnYiwang(
  args: readonly string[],
  { env = {}, cwd }: Surroundings = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [YIWANG, ...args], {
    env: { ...bareEnvironment(), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd && { cwd }),
  });
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: code as number | null, stdout, stderr };
}

let last: Promise<unknown> = Promise.resolve();

/**
 * The same without the process, which takes more time than most commands. Each command has a case that runs it by
 * {@link spawnYiwang}. One call after the other: the environment and standard output are those of the tests themselves.
 */
export function runYiwang(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const ran = last.then(() => runHere(args, surroundings));
  last = ran.catch(() => {});
  return ran;
}

async function runHere(args: readonly string[], { env = {}, cwd }: Surroundings): Promise<Ran> {
  const ours = process.env;
  // npm tells by INIT_CWD where the user stands.
  process.env = { ...bareEnvironment(), NO_COLOR: '1', ...(cwd && { INIT_CWD: cwd }), ...env };
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  try {
    const code = await run(args);
    return { code, stdout: stdout.end(), stderr: stderr.end() };
  } finally {
    stdout.end();
    stderr.end();
    process.env = ours;
  }
}

/** Takes what is written to a stream, until its end. Whether there are colours was decided when the tests were started. */
function capture(stream: NodeJS.WriteStream): { end(): string } {
  const write = stream.write;
  let written = '';
  stream.write = (chunk: Uint8Array | string) => {
    written += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    end() {
      stream.write = write;
      return stripVTControlCharacters(written);
    },
  };
}
