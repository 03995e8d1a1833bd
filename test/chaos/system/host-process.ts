import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hosts } from '../network/hosts.ts';

/** Milliseconds after which what ended is started again, as the restart policy of a container does. */
const RESTART_MS = 500;

export interface ProcessSpec {
  host: string;
  command: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Takes what it prints. */
  logFile: string;
}

/** A process on a host, which is started again whenever it ends, until disposed. */
export class HostProcess implements AsyncDisposable {
  readonly #hosts: Hosts;
  readonly #spec: ProcessSpec;
  #more: Readonly<Record<string, string>> = {};
  #child: ChildProcess;
  #isWanted = true;
  #life: Promise<void>;

  constructor(hosts: Hosts, spec: ProcessSpec) {
    this.#hosts = hosts;
    this.#spec = spec;
    this.#child = this.#spawn();
    this.#life = this.#live();
  }

  /** Settings of its next lives, in place of those given before. */
  setNext(more: Readonly<Record<string, string>>): void {
    this.#more = more;
  }

  /** Ends it at once, unless another signal is named; it is started again. @param more as for {@link setNext} */
  kill(more: Readonly<Record<string, string>> = this.#more, signal: NodeJS.Signals = 'SIGKILL'): void {
    this.setNext(more);
    this.#child.kill(signal);
  }

  /** Ends it at once, and leaves it away until {@link start}. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#child.kill('SIGKILL');
    await this.#life;
  }

  start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#child = this.#spawn();
    this.#life = this.#live();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isWanted = false;
    this.#child.kill('SIGTERM');
    await Promise.race([this.#life, sleep(5000, null, { ref: false })]);
    this.#child.kill('SIGKILL');
    await this.#life;
  }

  async #live(): Promise<void> {
    for (;;) {
      if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
      if (this.#isWanted) await sleep(RESTART_MS);
      if (!this.#isWanted) return;
      this.#child = this.#spawn();
    }
  }

  #spawn(): ChildProcess {
    const { host, command, env, logFile } = this.#spec;
    const [program, args] = this.#hosts.commandOn(host, command);
    const log = openSync(logFile, 'a', 0o600);
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const child = spawn(program, args, {
      env: { PATH, NODE_COMPILE_CACHE, ...env, ...this.#more },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    return child;
  }
}
