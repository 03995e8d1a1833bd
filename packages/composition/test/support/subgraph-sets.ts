import { readdirSync, readFileSync } from 'node:fs';
import { shipsSchema, weatherSchema } from '../../../cli/test/support/schemas.ts';
import { completeSchema } from '@yiwang/schema-directives';
import { startSmallGraph } from '@yiwang/testing/small-graph';
import { fisheries, harbours } from '../../../../subgraphs/exchange/test/support/subgraphs.ts';
import type { SubgraphInput } from '../../src/index.ts';
import { realDepartments } from './departments.ts';
import { damage, randomGraph } from './random-graphs.ts';
import { parses } from './compose-plainly.ts';

export interface SubgraphSet {
  name: string;
  subgraphs: SubgraphInput[];
}

const ROOT = new URL('../../../../', import.meta.url);
const CORPUS = new URL('../corpus/subgraphs-of-tests.graphql', import.meta.url);
const FIXTURES = 'packages/subgraph-kit/test/fixtures';
const BENCH = 'bench/src/synthetic/schemas';

const subgraph = (name: string, sdl: string): SubgraphInput => ({
  name,
  url: `http://${name}.example/graphql`,
  sdl,
});
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const folder = (path: string) =>
  readdirSync(new URL(path, ROOT))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => subgraph(file.replace('.graphql', ''), read(`${path}/${file}`)));

/** The sets of subgraphs of this repository: departments, those of benchmarks, and those of tests. */
export async function repositorySets(): Promise<SubgraphSet[]> {
  const departments = realDepartments();
  const template = subgraph(
    'template',
    completeSchema(read('packages/subgraph-kit/template/schema.graphql')),
  );
  const small = await startSmallGraph();
  await small.close();
  return [
    { name: 'departments', subgraphs: departments },
    ...departments.map((one) => ({ name: `department ${one.name}`, subgraphs: [one] })),
    { name: 'template', subgraphs: [template] },
    { name: 'template beside departments', subgraphs: [...departments, template] },
    {
      name: 'fake system',
      subgraphs: [subgraph('fake', read('packages/launcher/test/fake-system/department/schema.graphql'))],
    },
    { name: 'benchmark', subgraphs: folder(BENCH) },
    ...folder(FIXTURES).map((one) => ({
      name: `kit ${one.name}`,
      // Most write down the platform's definitions themselves, as a department of another language would.
      subgraphs: [one.sdl.includes('directive @sharing') ? one : { ...one, sdl: completeSchema(one.sdl) }],
    })),
    {
      name: 'small graph',
      subgraphs: small.departments.map(({ name, sdl }) => subgraph(name, sdl)),
    },
    {
      name: 'command line',
      subgraphs: [
        subgraph('ships', shipsSchema('  name: String')),
        subgraph('weather', weatherSchema('  wind: Int @sharing(class: CONDITIONAL)')),
      ],
    },
    {
      name: 'registry',
      subgraphs: [fisheries(), harbours()].map(({ department, sdl }) => subgraph(department, sdl)),
    },
    ...setsOf(readFileSync(CORPUS, 'utf8')),
  ];
}

/** Random graphs, each followed by what comes of damaging it again and again; most of these do not compose. */
export function* randomSets(graphs: number, steps: number): Iterable<SubgraphSet> {
  for (let number = 0; number < graphs; number += 1) {
    const { subgraphs, random } = randomGraph(`libraries ${number}`);
    yield { name: `random ${number}`, subgraphs };
    for (let step = 1; step < steps; step += 1) {
      const old = random.pick(subgraphs);
      const damaged = { ...old, sdl: damage(old.sdl, random) };
      if (!parses(damaged.sdl)) continue;
      yield {
        name: `random ${number}, damaged ${step}`,
        subgraphs: subgraphs.map((one) => (one === old ? damaged : one)),
      };
    }
  }
}

/** Sets begin with `# set NAME`, subgraphs with `# subgraph NAME`. */
function setsOf(corpus: string): SubgraphSet[] {
  const [, ...sets] = corpus.split(/^# set /m);
  return sets.map((text) => {
    const [head, ...subgraphs] = text.split(/^# subgraph /m);
    return {
      name: head!.trim(),
      subgraphs: subgraphs.map((part) => {
        const end = part.indexOf('\n');
        return subgraph(part.slice(0, end).trim(), part.slice(end));
      }),
    };
  });
}
