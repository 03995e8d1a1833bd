import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { purposeHeaders, type PurposeOptions } from '../graph/purpose.ts';
import { readVersion } from '../options/options.ts';
import { inWords, style } from '../report/style.ts';
import { option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer, terminal } from '../shared/output.ts';
import { MATTER_VERSION, type MatterVersion } from './answers.ts';

export const CODE_MEANS = 'of the matter, such as YJS320000001';

interface Options extends ClientOptions {
  version?: number;
}

/** `matter definition`. */
export function definitionCommand(): Command {
  return clientCommand(
    'definition',
    'Prints the definition of a matter, as JSON, which yiwang matter draft takes again.',
  )
    .argument('<code>', CODE_MEANS)
    .addOption(
      option('--version <n>', 'of the matter; the published one when left out').argParser(readVersion),
    )
    .action(async (code: string, { version: given, ...options }: Options) => {
      const version = given ?? (await publishedVersion(options, code));
      const found = await readMatterVersion(options, code, version, `${MATTER_VERSION} definition`);
      if (!options.json) terminal.note(noteOf(found));
      answer(options.json, found, () => JSON.stringify(found.definition, null, 2));
    });
}

function noteOf({ matter, version, state, revision }: MatterVersion): string {
  return style.faint(`${matter} version ${version}, ${inWords(state)}, revision ${revision}`);
}

async function publishedVersion(options: ClientOptions, code: string): Promise<number> {
  const { version } = await askGraph<{ version: number }>(
    options,
    'matter',
    'query Published($code: ID!) { matter(code: $code) { version } }',
    { code },
    { whenNone: `No version of ${code} is published: name a draft with --version N.` },
  );
  return version;
}

/** @throws CommandError when there is none that the client may see */
export function readMatterVersion(
  options: ClientOptions & PurposeOptions,
  matter: string,
  version: number,
  selection: string,
  isOfficial = false,
): Promise<MatterVersion> {
  return askGraph<MatterVersion>(
    options,
    'matterVersion',
    `query Version($matter: ID!, $version: Int!) { matterVersion(matter: $matter, version: $version) { ${selection} } }`,
    { matter, version },
    {
      headers: purposeHeaders(options, matter, isOfficial),
      whenNone: `There is no version ${version} of ${matter} that you may see. yiwang matter offers shows those that are published.`,
    },
  );
}
