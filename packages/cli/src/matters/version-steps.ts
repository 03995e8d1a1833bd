import { Argument } from 'commander';
import type { Step, StepKind } from '../graph/step.ts';
import { readVersion } from '../options/options.ts';
import type { UserError } from '../registry/answers.ts';
import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { option } from '../sharing/action-options.ts';
import { readJson } from '../shared/files.ts';
import { MATTER_VERSION_ADVICE } from './advice.ts';
import { MATTER_VERSION, type MatterVersion } from './answers.ts';
import { CODE_MEANS, readMatterVersion } from './definition.ts';

export const MATTER_VERSION_KIND: StepKind = {
  field: 'matterVersion',
  selection: MATTER_VERSION,
  describe: (version: MatterVersion, { warnings }: { warnings?: UserError[] }) =>
    [describeVersion(version), ...(warnings ?? []).map(warningInWords)].join('\n'),
  advice: MATTER_VERSION_ADVICE,
  version: { argument: 'revision', option: 'revision' },
  show: ([code, version]) => `matter definition ${code} --version ${version}`,
  async readVersion(options, [code, version], isOfficial) {
    return (await readMatterVersion(options, code, version, 'revision', isOfficial)).revision;
  },
};

/** A draft may be unfinished: it says what would keep it from being published. */
export const MATTER_DRAFT_KIND: StepKind = {
  ...MATTER_VERSION_KIND,
  payload: 'warnings { code message field }',
};

const CODE = () => new Argument('<code>', CODE_MEANS);

export const MATTER_DRAFT: Step = {
  name: 'draft',
  description:
    'Saves the definition in a file as the next version of a matter. What would keep it from being published is told.',
  mutation: 'draftMatterVersion',
  arguments: [
    CODE(),
    new Argument('<file>', 'JSON file with the definition, as docs/matters.md describes it'),
  ],
  options: [],
  types: { matter: 'ID!', definition: 'JSON!' },
  variables: async ([matter, file]) => ({ matter, definition: await readJson('definition', file) }),
  version: 'Int',
  versionMeans: 'revision of the draft that you saw and change; a new version is begun when left out',
  isOfficial: true,
};

export const MATTER_VERSION_STEPS: readonly Step[] = [
  ofVersion('review', 'Submits a draft to review; it must be fit to be published.', 'submitMatterVersion'),
  ofVersion('return', 'Returns a version from review to its authors.', 'returnMatterVersion', {
    options: [option('--reason <text>', 'why').makeOptionMandatory()],
    types: { reason: 'String!' },
    variables: (_args, { reason }) => ({ reason }),
  }),
  ofVersion(
    'publish',
    'Publishes a version that others wrote: new applications follow it, those under way stay as they are.',
    'publishMatterVersion',
  ),
];

function ofVersion(
  name: string,
  description: string,
  mutation: string,
  rest: Partial<Pick<Step, 'options' | 'types' | 'variables'>> = {},
): Step {
  const { options = [], types = {}, variables } = rest;
  return {
    name,
    description,
    mutation,
    arguments: [CODE(), new Argument('<version>', 'as yiwang matter draft says it').argParser(readVersion)],
    options,
    types: { matter: 'ID!', version: 'Int!', ...types },
    async variables(args, given) {
      const [matter, version] = args;
      return { matter, version, ...(await variables?.(args, given)) };
    },
    version: 'Int!',
    isOfficial: true,
  };
}

function describeVersion({
  matter,
  version,
  state,
  revision,
  changedAt,
  publishedAt,
}: MatterVersion): string {
  return table(
    ['matter', 'version', 'state', 'revision', 'changed', 'published'],
    [
      [
        matter,
        String(version),
        inWords(state),
        String(revision),
        moment(changedAt),
        publishedAt ? moment(publishedAt) : '',
      ],
    ],
  );
}

function warningInWords({ message, code, field }: UserError): string {
  const at = field?.slice(1).join('.');
  return style.odd(`! ${at ? `${at}: ` : ''}${message} [${code}]`);
}
