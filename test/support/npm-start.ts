import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contents, readPrivateKey, signCredential } from '@yiwang/identity';
import { findPorts } from '@yiwang/testing';
import { ROOT } from './compose-file.ts';
import { type RunningProgram, runProgram } from './run-program.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
export type Answer = any;

/** The gateway and six departments; then the portal and the local provider. */
const PORTS = 7;
const PORTAL_PORTS = 2;
const SMALL = '0.02';

/** The whole system as `npm start` runs it, with data of its own. */
export interface NpmStart extends AsyncDisposable {
  /** Its data folder. */
  data: string;
  /** Of the gateway; the departments have those behind it. */
  port: number;
  /** Address of the portal; null when it is left out. */
  portal: string | null;
  /** Resolves when it says that everything is ready. Further settings are for this start only. */
  start(more?: Readonly<Record<string, string>>): Promise<void>;
  /** As Ctrl-C does; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** All that it printed since its start. */
  output(): string;
  /** Asks the gateway, or who listens at another address. */
  ask(
    query: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
    url?: string,
  ): Promise<Answer>;
  /** What the registry tells the operator, asked through the gateway without signing in otherwise. */
  read(root: string, args: Record<string, string | number>, selection: string): Promise<Answer>;
}

export async function prepareNpmStart(
  settings: Readonly<Record<string, string>>,
  { hasPortal = false } = {},
): Promise<NpmStart> {
  const port = await findPorts(PORTS + PORTAL_PORTS);
  const portalPort = port + PORTS;
  const data = await mkdtemp(join(tmpdir(), 'yiwang-system-'));
  let program: RunningProgram | undefined;

  async function ask(
    query: string,
    variables: object = {},
    headers: Readonly<Record<string, string>> = {},
    url = `http://127.0.0.1:${port}/graphql`,
  ): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  return {
    data,
    port,
    portal: hasPortal ? `http://127.0.0.1:${portalPort}` : null,
    async start(more = {}) {
      const args = ['--data', data, '--port', String(port), '--scale', SMALL];
      args.push(...(hasPortal ? ['--portal-port', String(portalPort)] : ['--no-portal']));
      program = runProgram(ROOT, ['packages/launcher/start.mjs', ...args], { ...settings, ...more });
      await program.says(/Ready in/);
    },
    stop: async () => program?.stop() ?? null,
    output: () => program?.output() ?? '',
    ask,
    async read(root, args, selection) {
      const operator = await readPrivateKey(await readFile(join(data, 'keys/operator.key'), 'utf8'));
      const claim = { action: 'read', digest: contents.read(root, args) };
      const passed = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}, `);
      const query = `query ($credential: String) { ${root}(${passed.join('')}credential: $credential) { ${selection} } }`;
      return (await ask(query, { credential: await signCredential(operator, claim) })).data[root];
    },
    async [Symbol.asyncDispose]() {
      await program?.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
