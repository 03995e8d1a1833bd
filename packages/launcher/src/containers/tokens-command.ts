import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PrivateKey, readPrivateKey } from '@yiwang/identity';
import { Command, Option } from 'commander';
import {
  checkDepartmentToken,
  keepDepartmentTokens,
  writeDepartmentTokens,
} from '../system/department-tokens.ts';
import { LaunchError } from '../system/launch-error.ts';
import { resolvePath } from '../system/options.ts';
import { runCommand } from '../system/run-command.ts';
import { createStopSwitch } from '../system/stop-switch.ts';
import type { SystemDefinition } from '../system/system.ts';
import { createTerminal } from '../system/terminal.ts';

interface TokensOptions {
  /** File of the private key of the built-in issuer. */
  issuerKey: string;
  /** Holds a folder for each department, a volume of its own. */
  out: string;
  once: boolean;
  check: boolean;
}

/**
 * For a set-up where others start the services: writes the tokens with which departments sign in at the gateway, and renews them until
 * it is stopped. It is the built-in issuer; a system with a provider of its own lets that issue them.
 */
export async function tokensCommand(
  args: readonly string[],
  { departments }: SystemDefinition,
): Promise<void> {
  const { issuerKey, out, ...mode } = readTokensOptions(args);
  const files = new Map(departments.map(({ name }) => [name, join(out, name, 'token')]));
  await runCommand(async () => {
    const issuer = await readIssuerKey(issuerKey);
    if (mode.check) {
      for (const [department, file] of files) await checkDepartmentToken(issuer, department, file);
      return 0;
    }
    for (const file of files.values()) await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    if (mode.once) {
      await writeDepartmentTokens(issuer, files);
      return 0;
    }
    const terminal = createTerminal(process.stdout);
    const { signal } = createStopSwitch(terminal);
    using _tokens = await keepDepartmentTokens(issuerKey, files, terminal);
    terminal.say(`The tokens of ${files.size} departments are written, and renewed each hour.`);
    if (!signal.aborted) await once(signal, 'abort');
    return 0;
  });
}

async function readIssuerKey(file: string): Promise<PrivateKey> {
  try {
    return await readPrivateKey(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new LaunchError(`The key of the issuer cannot be read from ${file}: ${(cause as Error).message}`, {
      cause,
    });
  }
}

function readTokensOptions(args: readonly string[]): TokensOptions {
  return new Command('node packages/launcher/tokens.mjs')
    .description(
      'Writes the token with which each department signs in at the gateway, and renews it each hour until it is stopped.',
    )
    .requiredOption('--issuer-key <file>', 'issuer.key of those that prepare.mjs made', resolvePath)
    .requiredOption(
      '--out <folder>',
      'where each department finds its token, in a folder of its name: <folder>/tax/token',
      resolvePath,
    )
    .option('--once', 'writes the tokens, which are good for 24 hours, and ends', false)
    .addOption(
      new Option('--check', 'writes nothing, and fails when a token is missing or was not renewed for long')
        .default(false)
        .conflicts('once'),
    )
    .addHelpText(
      'after',
      '\nWhoever has the key can sign in as anyone. A system with an identity provider of its own does not run this:\ndocs/identity.md says how departments get their tokens there.',
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts();
}
