import { expect, test } from 'vitest';
import { compareLibraries } from './support/compare-libraries.ts';
import { department } from './support/departments.ts';
import { randomSets, repositorySets, type SubgraphSet } from './support/subgraph-sets.ts';

interface Difference {
  differences: string[];
  reason: string;
}

const OVERRIDE_LABEL =
  'Of a field of Query that is overridden with a label, Apollo repeats the label at the subgraph that it is taken from. The planner goes by the one at the subgraph that takes it.';
const TOLD_TOGETHER =
  'Apollo stops after the errors of GraphQL in a subgraph; The Guild’s library goes on to those of Federation.';

/** Everything in which the libraries differ over the sets below. One that is new fails, and so does one that is gone. */
const KNOWN: Record<string, Difference> = {
  'kit argument-reads': {
    differences: ['supergraph: schema'],
    reason:
      'Specifications that a subgraph links, but whose directives it does not compose: The Guild’s library links them in the supergraph, too.',
  },
  'a shared type, open in one subgraph and kept back in another': {
    differences: ['only guild refuses: INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS'],
    reason:
      'Apollo takes what most subgraphs say, and the registry asks the owner. The Guild’s library takes all, which is no valid supergraph: we refuse it.',
  },
  'a composed directive under two names': {
    differences: ['codes: COMPOSITION_ABORTED / DIRECTIVE_COMPOSITION_ERROR'],
    reason: 'Apollo fails with a plain error; The Guild’s library has a code for it.',
  },
  'random 1': { differences: ['supergraph: Query.d3_0'], reason: OVERRIDE_LABEL },
  'random 1, damaged 3': { differences: ['supergraph: Query.d3_0'], reason: OVERRIDE_LABEL },
  'random 6': { differences: ['supergraph: Query.d1_2'], reason: OVERRIDE_LABEL },
  'random 9, damaged 2': {
    differences: ['codes: INVALID_GRAPHQL / INVALID_GRAPHQL,KEY_INVALID_FIELDS'],
    reason: TOLD_TOGETHER,
  },
  'random 12, damaged 3': {
    differences: ['only apollo refuses: INVALID_FIELD_SHARING'],
    reason:
      'The owner of a field that others provide is not @shareable there. The Guild’s library counts only subgraphs that always answer for it. The registry asks the owner in any case.',
  },
};

const ODD: SubgraphSet[] = [
  {
    name: 'a shared type, open in one subgraph and kept back in another',
    subgraphs: ['UNCONDITIONAL', 'CONDITIONAL'].map((sharing) =>
      department(
        sharing.toLowerCase(),
        `type Query { ${sharing.toLowerCase()}: Fine } type Fine @shareable @sharing(class: ${sharing}) { cny: Int }`,
      ),
    ),
  },
  {
    name: 'a composed directive under two names',
    subgraphs: [
      department('one', 'type Query { one: Int }'),
      {
        ...department('two', ''),
        sdl: department('two', 'type Query { two: Int }')
          .sdl.replace('["@sharing"]', '[{ name: "@sharing", as: "@open" }]')
          .replace('name: "@sharing")', 'name: "@open")')
          .replace('directive @sharing', 'directive @open'),
      },
    ],
  },
];

/** What differs, by set; and how many sets compose by Apollo's library. */
function compareAll(sets: Iterable<SubgraphSet>) {
  const differences: Record<string, string[]> = {};
  const refused: string[] = [];
  let composed = 0;
  for (const { name, subgraphs } of sets) {
    const compared = compareLibraries(subgraphs);
    if (compared.differences.length > 0) differences[name] = compared.differences;
    if (compared.composes) composed += 1;
    else refused.push(name);
  }
  return { differences, composed, refused };
}

const knownOf = (isOfThese: (name: string) => boolean) =>
  Object.fromEntries(
    Object.entries(KNOWN)
      .filter(([name]) => isOfThese(name))
      .map(([name, { differences }]) => [name, differences]),
  );

test(
  'both libraries make the same of all subgraphs of this repository, but for what is known',
  { timeout: 120_000 },
  async () => {
    const { differences, composed, refused } = compareAll([...(await repositorySets()), ...ODD]);

    expect(differences).toEqual(knownOf((name) => !name.startsWith('random')));
    // Alone, this department refers to fields that only others have.
    expect(refused).toEqual(['department land', 'a composed directive under two names']);
    expect(composed).toBeGreaterThan(75);
  },
);

test(
  'both libraries make the same of random graphs, whole and damaged, but for what is known',
  { timeout: 120_000 },
  () => {
    const { differences, composed, refused } = compareAll(randomSets(13, 4));

    expect(differences).toEqual(knownOf((name) => name.startsWith('random')));
    expect(composed).toBeGreaterThan(13);
    expect(refused.length).toBeGreaterThan(10);
  },
);
