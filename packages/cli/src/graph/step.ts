import { randomUUID } from 'node:crypto';
import { type Argument, type Command, type Option } from 'commander';
import { readVersion } from '../options/options.ts';
import type { UserError } from '../registry/answers.ts';
import { describeUserErrors } from '../report/publish-report.ts';
import { style } from '../report/style.ts';
import { option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import { answer } from '../shared/output.ts';
import { askGraph, isPassing } from './ask-graph.ts';
import { addPurposeOptions, purposeHeaders, type PurposeOptions } from './purpose.ts';

/** A step of something that lives for days: one mutation of the schema, which is taken once for each idempotency key. */
export interface Step {
  /** Of the command. */
  name: string;
  description: string;
  mutation: string;
  /** The first names what the step is taken on, if there is a version. */
  arguments: readonly Argument[];
  options: readonly Option[];
  /** GraphQL types of the mutation's arguments, but those of the version and the key. */
  types: Readonly<Record<string, string>>;
  /** What those arguments are. */
  variables: (args: readonly Given[], options: Given) => Variables | Promise<Variables>;
  /** Whether the step names the version that its caller saw; null when there is none yet. */
  version: 'Int!' | 'Int' | null;
  /** What the option for the version means, where that is not said by itself. */
  versionMeans?: string;
  /** Whether officials take it, who read for a purpose. */
  isOfficial?: true;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what commander gives, by the arguments and options of the step
type Given = any;
type Variables = Record<string, unknown>;

/** What the commands know of the things that steps are taken on. */
export interface StepKind {
  /** Name of the payload's field: `case`. */
  field: string;
  selection: string;
  /** What is asked of the payload besides. */
  payload?: string;
  /** In words. */
  describe: (node: never, payload: never) => string;
  /** What to do about each code of a user error. */
  advice: Readonly<Record<string, string>>;
  /** The argument that names the version, and the option for it. */
  version?: { argument: string; option: string };
  /** Whether programs change it meanwhile: a version that the command read itself is then read again. */
  goesOnByItself?: true;
  /** The command that shows the version, but for `yiwang`. */
  show: (args: readonly Given[]) => string;
  /** @throws CommandError when there is none that the caller may see */
  readVersion: (
    options: ClientOptions & PurposeOptions,
    args: readonly Given[],
    isOfficial: boolean,
  ) => Promise<number>;
}

/** An option by which a step is taken on something of another kind, such as a case of another department. */
export interface KindOption {
  option: Option;
  /** @throws CommandError when the step is none of that kind */
  choose: (options: Given) => { kind: StepKind; step: Step };
}

const VERSION = { argument: 'expectedVersion', option: 'version' };

export interface TakingOptions extends ClientOptions, PurposeOptions {
  key?: string;
}

interface Payload {
  userErrors: UserError[];
}

export function stepCommand(
  kind: StepKind,
  step: Step,
  finish: (code: ExitCode) => void,
  other?: KindOption,
): Command {
  const command = clientCommand(step.name, step.description);
  for (const each of step.arguments) command.addArgument(each);
  for (const each of step.options) command.addOption(each);
  if (step.version) {
    command.addOption(
      option(
        `--${versionOption(kind)} <n>`,
        step.versionMeans ?? `${versionOption(kind)} that you saw; without it the one of now is read first`,
      ).argParser(readVersion),
    );
  }
  command.addOption(
    option(
      '--key <text>',
      'idempotency key: the same step with the same key is taken once, so that a script may repeat it (default: a new one)',
    ),
  );
  if (other) command.addOption(other.option);
  if (step.isOfficial) addPurposeOptions(command);
  return command.action(async (...given: Given[]) => {
    const args = given.slice(0, step.arguments.length);
    const options = given[step.arguments.length] as TakingOptions;
    const chosen = other?.choose(options) ?? { kind, step };
    finish(await takeStep(chosen.kind, chosen.step, args, options));
  });
}

/** Takes a step, and says what came of it. */
export async function takeStep(
  kind: StepKind,
  step: Step,
  args: readonly Given[],
  options: TakingOptions,
): Promise<ExitCode> {
  const variables = await step.variables(args, options);
  let payload = await send(kind, step, args, options, variables);
  for (let again = 0; again < MAX_REREADS && isOvertaken(kind, options, payload); again += 1) {
    payload = await send(kind, step, args, options, variables);
  }
  const { userErrors } = payload;
  answer(options.json, payload, () => {
    if (userErrors.length > 0) {
      return describeRejected(kind, userErrors, isOnOne(step) ? String(args[0]) : null);
    }
    const node = payload[kind.field];
    return node ? kind.describe(node as never, payload as never) : 'It is done, but may not be shown to you.';
  });
  return userErrors.length === 0 ? EXIT.FINE : EXIT.REFUSED;
}

/** How often a version is read again that was overtaken. */
const MAX_REREADS = 5;

/** Whether something that goes on by itself has done so between the reading of its version, which nobody named, and the step. */
function isOvertaken(kind: StepKind, options: TakingOptions, { userErrors }: Payload): boolean {
  if (!kind.goesOnByItself || versionIn(kind, options) !== undefined) return false;
  return userErrors.length > 0 && userErrors.every(({ code }) => code === 'STALE_VERSION');
}

/** Whether a step is taken on something that there is. */
function isOnOne({ version, types }: Step): boolean {
  return version !== null || 'number' in types;
}

async function send(
  kind: StepKind,
  step: Step,
  args: readonly Given[],
  options: TakingOptions,
  given: Variables,
): Promise<Payload & Record<string, unknown>> {
  const { key = randomUUID() } = options;
  const seen = step.version ? await versionOf(kind, step, args, options) : undefined;
  return askGraph<Payload & Record<string, unknown>>(
    options,
    step.mutation,
    stepDocument(kind, step),
    { ...given, key, ...(step.version && { seen }) },
    {
      headers: isOnOne(step) ? purposeHeaders(options, String(args[0]), step.isOfficial ?? false) : {},
      mayRepeat: true,
    },
  ).catch((error: unknown) => {
    if (!(error instanceof CommandError) || !isPassing(error)) throw error;
    const version = seen === undefined ? '' : ` --${versionOption(kind)} ${seen}`;
    throw new CommandError(
      `${error.message}\nIt is not known whether the step was taken. Repeat the command with --key ${key}${version}: so it is taken once.`,
      error.exitCode,
    );
  });
}

/** The mutation of a step, as it is sent. */
export function stepDocument(kind: StepKind, { mutation, types: own, version }: Step): string {
  const types: Record<string, string> = { ...own, ...(version && { seen: version }), key: 'ID!' };
  const passed = Object.keys(own).map((name) => `${name}: $${name}`);
  if (version) passed.push(`${(kind.version ?? VERSION).argument}: $seen`);
  const declared = Object.entries(types).map(([name, type]) => `$${name}: ${type}`);
  return `mutation Step(${declared.join(', ')}) { ${mutation}(${passed.join(', ')}, idempotencyKey: $key) {
    ${kind.field} { ${kind.selection} } ${kind.payload ?? ''} userErrors { message code field }
  } }`;
}

/** The version that was named; undefined when none was. */
function versionIn(kind: StepKind, options: TakingOptions): number | undefined {
  return (options as unknown as Record<string, number | undefined>)[versionOption(kind)];
}

function versionOption({ version = VERSION }: StepKind): string {
  return version.option;
}

async function versionOf(
  kind: StepKind,
  step: Step,
  args: readonly Given[],
  options: TakingOptions,
): Promise<number | undefined> {
  const name = versionOption(kind);
  const given = versionIn(kind, options);
  if (given !== undefined || step.version === 'Int') return given;
  if (options.key !== undefined) {
    throw new CommandError(
      `Name the ${name} beside the key: --${name} N. A step that is sent again must be the same, and the ${name} of now is another one once the step is taken. yiwang ${kind.show(args)} --json prints it.`,
    );
  }
  return kind.readVersion(options, args, step.isOfficial ?? false);
}

/**
 * Why a step was not taken, and what to do about it.
 *
 * @param id of what the step was to be taken on, which takes the place of NUMBER, ID and CODE; null for none
 */
function describeRejected({ advice }: StepKind, errors: readonly UserError[], id: string | null): string {
  const todo = new Set(errors.flatMap(({ code }) => advice[code] ?? []));
  const named = [...todo].map((each) => (id === null ? each : each.replaceAll(/\b(NUMBER|ID|CODE)\b/g, id)));
  return [describeUserErrors(errors), ...named.map((each) => style.faint(`→ ${each}`))].join('\n');
}
