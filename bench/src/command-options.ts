import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { divideCpus } from './machine/cpus.ts';
import { describeMachine } from './machine/describe-machine.ts';
import { pinProcess } from './machine/pin-process.ts';

export const QUICK = { rounds: 1, seconds: 2 };
export const QUICK_SCALE = 0.05;
export const EVERY = { gateways: [], baseline: null };
export const BASELINE = [
  '--baseline <dir>',
  'another checkout of this project, installed: its gateway takes part as "baseline"',
] as const;

export function withEffort(command: Command): Command {
  return command
    .option('--rounds <n>', 'turns of each gateway', positive, 5)
    .option('--seconds <n>', 'length of one turn', positive, 8)
    .option('--connections <n>', 'requests in flight', positive, 32)
    .option('--port <n>', 'first of 90 ports', positive, 4900)
    .option('--quick', 'a smoke run: short and small; no figures to quote', false);
}

/** The load comes from this process: it keeps off the CPU of what is measured. */
export function begin(packages?: readonly string[]): void {
  pinProcess(process.pid, divideCpus().others);
  process.stdout.write(`${describeMachine(packages)}\n\n`);
}

export function registerOf(registers: string | undefined): string | undefined {
  return registers === undefined ? undefined : join(registers, 'enterprises_jiangsu_sample.csv');
}

/** Relative to where the command was given. */
export function folder(path: string | undefined): string | null {
  return path === undefined ? null : resolve(process.env['INIT_CWD'] ?? '', path);
}

/** Scales of the table of growth. */
export const DEFAULT_SCALES: readonly number[] = [0.5, 5, 50];

/** Each of several numbers, as commander collects them; the first replaces the default. */
export function positives(text: string, before: readonly number[]): number[] {
  const isDefault = before === DEFAULT_SCALES;
  return [...(isDefault ? [] : before), positive(text)];
}

export function positive(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}
