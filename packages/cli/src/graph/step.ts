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
  /** In words. */
  describe: (node: never) => string;
  /** What to do about each code of a user error. */
  advice: Readonly<Record<string, string>>;
  /** @throws CommandError when there is none that the caller may see */
  readVersion: (options: ClientOptions & PurposeOptions, id: string, isOfficial: boolean) => Promise<number>;
}

interface TakingOptions extends ClientOptions, PurposeOptions {
  version?: number;
  key?: string;
}

interface Payload {
  userErrors: UserError[];
}

export function stepCommand(kind: StepKind, step: Step, finish: (code: ExitCode) => void): Command {
  const command = clientCommand(step.name, step.description);
  for (const each of step.arguments) command.addArgument(each);
  for (const each of step.options) command.addOption(each);
  if (step.version) {
    command.addOption(
      option('--version <n>', 'version that you saw; without it the one of now is read first').argParser(
        readVersion,
      ),
    );
  }
  command.addOption(
    option(
      '--key <text>',
      'idempotency key: the same step with the same key is taken once, so that a script may repeat it (default: a new one)',
    ),
  );
  if (step.isOfficial) addPurposeOptions(command);
  return command.action(async (...given: Given[]) => {
    const args = given.slice(0, step.arguments.length);
    const options = given[step.arguments.length] as TakingOptions;
    finish(await take(kind, step, args, options));
  });
}

async function take(
  kind: StepKind,
  step: Step,
  args: readonly Given[],
  options: TakingOptions,
): Promise<ExitCode> {
  const { key = randomUUID(), json } = options;
  const id = String(args[0]);
  const isOfficial = step.isOfficial ?? false;
  const variables: Variables = { ...(await step.variables(args, options)), key };
  const types: Record<string, string> = { ...step.types, key: 'ID!' };
  const passed = Object.keys(step.types).map((name) => `${name}: $${name}`);
  if (step.version) {
    types['version'] = step.version;
    variables['version'] = await versionOf(kind, step, id, options);
    passed.push('expectedVersion: $version');
  }
  const declared = Object.entries(types).map(([name, type]) => `$${name}: ${type}`);
  const payload = await askGraph<Payload & Record<string, unknown>>(
    options,
    step.mutation,
    `mutation Step(${declared.join(', ')}) { ${step.mutation}(${passed.join(', ')}, idempotencyKey: $key) {
      ${kind.field} { ${kind.selection} } userErrors { message code field }
    } }`,
    variables,
    { headers: step.version ? purposeHeaders(options, id, isOfficial) : {}, mayRepeat: true },
  ).catch((error: unknown) => {
    if (!(error instanceof CommandError) || !isPassing(error)) throw error;
    const version = variables['version'] === undefined ? '' : ` --version ${variables['version'] as number}`;
    throw new CommandError(
      `${error.message}\nIt is not known whether the step was taken. Repeat the command with --key ${key}${version}: so it is taken once.`,
      error.exitCode,
    );
  });
  const isTaken = payload.userErrors.length === 0;
  answer(json, payload, () => {
    if (!isTaken) return describeRejected(kind, payload.userErrors, step.version ? id : null);
    const node = payload[kind.field];
    return node ? kind.describe(node as never) : 'It is done, but may not be shown to you.';
  });
  return isTaken ? EXIT.FINE : EXIT.REFUSED;
}

async function versionOf(
  kind: StepKind,
  step: Step,
  id: string,
  options: TakingOptions,
): Promise<number | undefined> {
  if (options.version !== undefined || step.version === 'Int') return options.version;
  if (options.key !== undefined) {
    throw new CommandError(
      `Name the version beside the key: --version N. A step that is sent again must be the same, and the version of now is another one once the step is taken. yiwang ${kind.field} show ${id} --json prints it.`,
    );
  }
  return kind.readVersion(options, id, step.isOfficial ?? false);
}

/**
 * Why a step was not taken, and what to do about it.
 *
 * @param id of what the step was to be taken on, which takes the place of NUMBER and ID; null for none
 */
function describeRejected({ advice }: StepKind, errors: readonly UserError[], id: string | null): string {
  const todo = new Set(errors.flatMap(({ code }) => advice[code] ?? []));
  const named = [...todo].map((each) => (id === null ? each : each.replaceAll(/\b(NUMBER|ID)\b/g, id)));
  return [describeUserErrors(errors), ...named.map((each) => style.faint(`→ ${each}`))].join('\n');
}
