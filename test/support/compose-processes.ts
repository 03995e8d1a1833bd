import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPorts } from '@yiwang/testing';
import { expect } from 'vitest';
import { readComposeFile, ROOT } from './compose-file.ts';
import { buildImageFolders, CONTAINER_USER, createContainer } from './containers.ts';
import { type RunningProgram, runProgram } from './run-program.ts';

/** Node keeps compiled code for each user apart. */
const COMPILE_CACHE = join(ROOT, 'node_modules/.cache/node-of-containers');

export interface ComposeOptions {
  /** What listens here; each gets a port of this machine. */
  listening: readonly string[];
  /** Of the file that `docker compose --env-file` reads. */
  env?: Readonly<Record<string, string>>;
  /** Settings that differ here, by service, such as `PAGES` of the portal. */
  settings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Services of docker-compose.yml as processes: commands, settings, user and volumes are the file's and the Dockerfile's, by Docker's rules. */
export interface ComposeProcesses extends AsyncDisposable {
  /** Of all containers, with their volumes. */
  folder: string;
  /** The server that takes the place of the service postgres, as its administrator. */
  serverUrl: string;
  ports: ReadonlyMap<string, number>;
  volume(name: string): string;
  /** @param command in place of that of the service, such as that of its health */
  run(name: string, command?: readonly string[]): RunningProgram;
  /** A word of the file, with what it names on this machine. @param root of the container */
  here(word: string, root?: string): string;
  /** Waits until the service says that it is ready. */
  ready(name: string, program: RunningProgram): Promise<void>;
  defer(undo: () => Promise<void>): void;
}

/** @param startServer starts PostgreSQL in an empty folder; ends it when it is disposed of */
export async function createComposeProcesses(
  { listening, env = {}, settings = {} }: ComposeOptions,
  startServer: (folder: string, undo: AsyncDisposableStack) => Promise<{ url: string }>,
): Promise<ComposeProcesses> {
  const { services } = readComposeFile();
  const undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-compose-'));
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const image = join(folder, 'image');
  await mkdir(image);
  buildImageFolders(image);
  await mkdir(COMPILE_CACHE, { recursive: true });
  if (CONTAINER_USER.uid !== undefined) await chown(COMPILE_CACHE, CONTAINER_USER.uid, CONTAINER_USER.gid);
  const { url: serverUrl } = await startServer(folder, undo);
  const first = await findPorts(listening.length);
  const ports = new Map(listening.map((name, index) => [name, first + index]));
  /** Each container is made once, and may be run again. */
  const roots = new Map<string, string>();

  function here(word: string, root = ''): string {
    const { username, password, host } = new URL(serverUrl);
    return word
      .replace(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, usual: string) => env[name] ?? usual)
      .replace(/(?<=^|=)\/(?=keys\/|supergraphs\b|access-log\b|materials\b)/, `${root}/`)
      .replace(/postgres:\/\/yiwang:\$\{[^}]+\}@/, `postgres://${username}:${password}@`)
      .replace('@postgres:5432/', `@${host}/`)
      .replace(
        /(?<=^|[/ =])([a-z][\w-]*):\d{4}\b/g,
        (address, name: string) => `127.0.0.1:${ports.get(name) ?? address.split(':')[1]}`,
      );
  }

  function run(name: string, command: readonly string[] = services[name]!.command!): RunningProgram {
    const service = services[name]!;
    const root = roots.get(name) ?? createContainer(folder, name, image, service);
    roots.set(name, root);
    const [node, ...args] = command;
    expect(node).toBe('node');
    const given = Object.entries(service.environment ?? {}).map(([key, value]) => [key, here(value, root)]);
    const program = runProgram(
      ROOT,
      args.map((word) => here(word, root)),
      {
        ...Object.fromEntries(given),
        HOME: join(root, 'home'),
        TMPDIR: join(root, 'tmp'),
        NODE_COMPILE_CACHE: COMPILE_CACHE,
        ...(ports.has(name) && { PORT: String(ports.get(name)), HOST: '127.0.0.1' }),
        // Departments are at loopback addresses here, and the data is small.
        ...(name === 'exchange' && { REGISTRY_ALLOW_LOOPBACK: 'true' }),
        ...(name === 'prepare' && { SCALE: '0.01' }),
        ...settings[name],
      },
      CONTAINER_USER,
    );
    undo.defer(async () => void (await program.stop()));
    return program;
  }

  return {
    folder,
    serverUrl,
    ports,
    run,
    here,
    volume: (name) => join(folder, 'volumes', name),
    async ready(name, program) {
      for (;;) {
        if (program.child.exitCode !== null) throw new Error(`${name} ended:\n${program.output()}`);
        const { ok } = await fetch(`http://127.0.0.1:${ports.get(name)}/ready`).catch(() => ({ ok: false }));
        if (ok) return;
        await sleep(100);
      }
    },
    defer: (end) => undo.defer(end),
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}
