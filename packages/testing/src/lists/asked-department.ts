import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Assertion } from '@yiwang/identity';
import { bareEnvironment, DEPARTMENT_FLAGS } from '../programs.ts';
import { recordStatements, type Statement } from '../statements/record-statements.ts';
import { createTestGateway } from '../test-gateway.ts';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

export interface Asked {
  answer: Answer;
  milliseconds: number;
  /** What the department asked its database for. */
  statements: readonly Statement[];
}

/** A department that runs, in a process of its own, over a database of which the statements are recorded. */
export interface AskedDepartment extends AsyncDisposable {
  ask(query: string, assertion: Partial<Assertion>): Promise<Asked>;
}

/** How long it is watched for what it asks its database for when nobody asks it. */
const IDLE_MS = 700;

/**
 * @param directory of the department
 * @param databaseUrl of a server without TLS, as a role that may read and write
 * @param environment settings that it needs besides those of every department
 */
export async function startAskedDepartment(
  directory: string,
  name: string,
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<AskedDepartment> {
  await using undo = new AsyncDisposableStack();
  const gateway = undo.use(await createTestGateway());
  let statements: Statement[] = [];
  const target = new URL(databaseUrl);
  const recorder = recordStatements(target, 0, () => (statement) => statements.push(statement));
  undo.defer(() => void recorder.close());
  if (!recorder.listening) await once(recorder, 'listening');
  const recorded = new URL(databaseUrl);
  recorded.hostname = '127.0.0.1';
  recorded.port = String((recorder.address() as AddressInfo).port);

  const child = spawn(process.execPath, [...DEPARTMENT_FLAGS, join(directory, 'src/main.ts')], {
    env: {
      ...bareEnvironment(),
      PORT: '0',
      DATABASE_URL: recorded.href,
      GATEWAY_KEYS: gateway.keysFile,
      CURSOR_KEY: gateway.cursorKeyFile,
      ACCESS_LOG: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  undo.defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const url = `${await addressOf(child.stdout)}/graphql`;
  child.stdout.resume();
  // A department also looks for work of its own from time to time. Which statements those are shows while nobody asks it.
  await sleep(IDLE_MS);
  const own = new Set(statements.map(({ sql }) => sql));

  const started = undo.move();
  return {
    async ask(query, assertion) {
      const body = JSON.stringify({ query });
      const headers = { 'content-type': 'application/json', ...(await gateway.sign(name, assertion, body)) };
      statements = [];
      const began = performance.now();
      const response = await fetch(url, { method: 'POST', headers, body });
      const answer = (await response.json()) as Answer;
      const milliseconds = performance.now() - began;
      return { answer, milliseconds, statements: statements.filter(({ sql }) => !own.has(sql)) };
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function addressOf(log: NodeJS.ReadableStream): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface(log)) {
    lines.push(line);
    const { url } = JSON.parse(line) as { url?: string };
    if (url) return url;
  }
  throw new Error(`The department has ended:\n${lines.slice(-5).join('\n')}`);
}
