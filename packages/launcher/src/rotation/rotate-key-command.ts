import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDirectory } from '@yiwang/postgres-server';
import { Command, InvalidArgumentError } from 'commander';
import { handOutAll, type KeyFolders } from '../containers/hand-out-keys.ts';
import { dataFolderAt } from '../system/data-folder.ts';
import { findFurtherGateways } from '../system/gateway-names.ts';
import { readRotations } from '../system/key-rotations.ts';
import { settleKeys } from '../system/keys.ts';
import { LaunchError } from '../system/launch-error.ts';
import { dataOption, resolvePath } from '../system/options.ts';
import { settlePortalKeys } from '../system/portal-keys.ts';
import { runCommand } from '../system/run-command.ts';
import { findRunningSystem } from '../system/running-system.ts';
import { createStopSwitch } from '../system/stop-switch.ts';
import type { SystemDefinition } from '../system/system.ts';
import { createTerminal } from '../system/terminal.ts';
import { registrySteps } from './registry-steps.ts';
import { FOLLOWED_MS, rotateKeys } from './rotate-keys.ts';
import { type RotatedKey, rotatedKeys } from './rotated-keys.ts';

interface RotateOptions extends Partial<KeyFolders> {
  data: string;
  keys?: string;
  registry?: string;
  overlap: number | null;
  wait: boolean;
  dryRun: boolean;
}

const HAND_OUT = {
  issuerKeys: 'issuer-keys',
  gatewayKeys: 'gateway-keys',
  registryKeys: 'registry-keys',
  departmentKeys: 'department-keys',
  databaseKeys: 'database-keys',
} as const satisfies Record<keyof KeyFolders, string>;

/** `yiwang rotate-key`. */
export async function rotateKeyCommand(args: readonly string[], system: SystemDefinition): Promise<void> {
  const { names, options } = readOptions(args, system);
  await runCommand(() => rotate(names, options, system));
  process.exit();
}

async function rotate(
  names: readonly string[],
  options: RotateOptions,
  system: SystemDefinition,
): Promise<number> {
  const terminal = createTerminal(process.stdout);
  const folder = options.keys ?? dataFolderAt(options.data).keys;
  if (!(await stat(join(folder, 'operator.key')).catch(() => null)))
    throw new LaunchError(
      `There are no keys in ${folder}. Name the data folder with --data, or the folder of keys with --keys.`,
    );
  const keys = rotatedKeys(folder, namesOf(system), await findFurtherGateways(folder));
  const chosen = choose(names, keys, system);
  if (options.dryRun) {
    terminal.say(await describe(chosen, folder, options.overlap));
    return 0;
  }
  const needsRegistry = chosen.some(({ holder, signsSupergraphs }) => holder !== null || signsSupergraphs);
  const url = needsRegistry ? await registryOf(options) : null;
  // Two at once would each make a key, and lose one of them.
  const lock = await lockDirectory(folder);
  if (!lock) throw new LaunchError(`Another program rotates keys in ${folder}.`);
  try {
    const waiting = await rotateKeys(chosen, {
      folder,
      registry: url === null ? null : registrySteps(url, join(folder, 'operator.key')),
      handOut: () => handOut(folder, options, system),
      say: terminal.say,
      overlapMs: options.overlap,
      isPatient: options.wait,
      signal: createStopSwitch(terminal).signal,
    });
    if (waiting.length > 0) terminal.say(`Run the same command again then: ${waiting.join(' ')}.`);
    return 0;
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    terminal.say('Nothing is lost: the same command goes on where this one was.');
    return 130;
  } finally {
    lock.release();
  }
}

const namesOf = ({ departments }: SystemDefinition) => departments.map(({ name }) => name);

function choose(
  names: readonly string[],
  all: readonly RotatedKey[],
  system: SystemDefinition,
): RotatedKey[] {
  const known = all.filter(({ name }) => system.portal !== undefined || name !== 'sessions');
  if (names.includes('all')) return [...known];
  return [...new Set(names)].map((name) => {
    const key = known.find((one) => one.name === name);
    if (key) return key;
    throw new LaunchError(
      `There is no key ${name}. There are: all, ${known.map((one) => one.name).join(', ')}.`,
    );
  });
}

async function registryOf({ registry, data, keys }: RotateOptions): Promise<string> {
  const url =
    registry ?? (keys === undefined ? (await findRunningSystem({ path: data }))?.registry : undefined);
  if (url !== undefined) return url;
  throw new LaunchError(
    'The registry has to know the new keys of gateway and departments, and to sign with its own: start the system first, or name the registry with --registry.',
  );
}

/** In containers each service has copies of the keys that it needs. */
async function handOut(folder: string, options: RotateOptions, system: SystemDefinition): Promise<void> {
  if (options.issuerKeys === undefined) return;
  const keys = await settleKeys(folder, system.departments);
  await handOutAll(keys, system.portal ? await settlePortalKeys(folder) : null, options as KeyFolders);
}

async function describe(
  keys: readonly RotatedKey[],
  folder: string,
  overlapMs: number | null,
): Promise<string> {
  const rotations = await readRotations(folder);
  const lines = keys.map(({ name, purpose, overlapMs: usual, end }) => {
    const { switchedAt = null, overlapMs: begun } = rotations[name] ?? {};
    const until = switchedAt && new Date(Date.parse(switchedAt) + begun!).toISOString();
    const state = until
      ? `goes on: the new key is in use, the former one is accepted until ${until}`
      : `${rotations[name] ? 'goes on: the new key is accepted' : 'would be replaced'}; both are accepted for ${minutes(begun ?? overlapMs ?? usual)}`;
    return `${name}: ${purpose}. ${state}; then the former one ${end === 'refused' ? 'is refused' : end}.`;
  });
  return [...lines, 'Nothing was changed.'].join('\n');
}

function minutes(milliseconds: number): string {
  const text = milliseconds < 120_000 ? `${milliseconds / 1000} s` : `${milliseconds / 60_000} min`;
  return milliseconds >= 7_200_000 ? `${milliseconds / 3_600_000} h` : text;
}

function readOptions(args: readonly string[], system: SystemDefinition) {
  const command = new Command('yiwang rotate-key')
    .description(
      'Replaces keys while the system runs: the new key is accepted beside the former one, then it signs, and after an overlap the former one is refused. Nothing has to be restarted. When it was stopped or killed, the same command goes on.',
    )
    .argument(
      '<key...>',
      'all, gateway, gateway-2, registry, operator, auditor, issuer, cursors, sessions, department:NAME or certificates:NAME',
    )
    .addOption(dataOption('data folder of the system'))
    .option(
      '--keys <folder>',
      'folder of all keys, where prepare.mjs made them, instead of a data folder',
      resolvePath,
    )
    .option(
      '--registry <url>',
      'GraphQL address of the exchange or a gateway (default: of the system that runs here)',
    )
    .option(
      '--overlap <time>',
      'how long the former key is accepted beside the new one: 90s, 10m, 24h (default: as long as what it has signed lives)',
      readTime,
    )
    .option(
      '--no-wait',
      'returns as soon as the new keys are in use; the same command ends the overlap later',
    )
    .option('--dry-run', 'says what would happen, and changes nothing', false);
  for (const flag of Object.values(HAND_OUT))
    command.option(`--${flag} <folder>`, 'as for prepare.mjs: where services find their copies', resolvePath);
  command
    .addHelpText(
      'after',
      `\nDepartments: ${namesOf(system).join(', ')}. Secrets of webhooks belong to the people who registered them: see rotateWebhookSecret.\ndocs/operations.md tells the overlap of each key, and what to do when a key was stolen.`,
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' });
  const { overlap = null, ...options } = command.opts<
    Omit<RotateOptions, 'overlap'> & { overlap?: number }
  >();
  const given = Object.keys(HAND_OUT).filter((name) => options[name as keyof KeyFolders] !== undefined);
  if (given.length > 0 && given.length < Object.keys(HAND_OUT).length)
    command.error(`error: give all of --${Object.values(HAND_OUT).join(', --')}, or none`);
  return { names: command.args, options: { ...options, overlap } };
}

function readTime(text: string): number {
  const [, number, unit] = text.match(/^(\d{1,6})([smh])$/) ?? [];
  const milliseconds =
    Number(number) * { s: 1_000, m: 60_000, h: 3_600_000 }[(unit ?? 's') as 's' | 'm' | 'h'];
  if (milliseconds >= FOLLOWED_MS) return milliseconds;
  throw new InvalidArgumentError(
    `It must be a time such as 90s, 10m or 24h, of at least ${FOLLOWED_MS / 1000} s.`,
  );
}
