import { createRandom, makeModel, type Random, writeSdl } from '@yiwang/testing/random-graph';
import type { SubgraphInput } from '../../src/index.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override", "@context", "@fromContext"])';

/** A graph that composes: keys, @requires, @provides, @override, @shareable, @interfaceObject, contexts, unions. */
export function randomGraph(seed: string): { subgraphs: SubgraphInput[]; random: Random } {
  const random = createRandom(seed);
  const model = makeModel(seed, random);
  const names = [...model.departments, ...(model.annotator ? [model.annotator] : [])];
  const subgraphs = names.map((name) => ({
    name,
    url: `http://${name}.example/graphql`,
    sdl: `${LINK}\n${writeSdl(model, name)}`,
  }));
  return { subgraphs, random };
}

/** The SDL with something wrong or other: a directive or a line less, a name or a type that has changed. */
export function damage(sdl: string, random: Random): string {
  const ways: ((line: string) => string)[] = [
    () => '',
    (line) => line.replace(/@key\([^)]*\)/, ''),
    (line) => line.replace(/@(shareable|external|requires|provides|override|inaccessible)(\([^)]*\))?/, ''),
    (line) => line.replace(/^(\s*\w+)(\(.*\))?:/, '$1x$2:'),
    (line) => line.replace(/: Int\b/, ': String'),
    (line) => line.replace(/: String\b/, ': String!'),
    (line) => line.replace(/resolvable: false/, 'resolvable: true'),
    (line) => line.replace(/@key\(([^)]*)\)/, '@key($1, resolvable: false)'),
  ];
  // The first line links Federation: without it the SDL means something else altogether.
  const [link, ...lines] = sdl.split('\n');
  const way = ways[random.below(ways.length)]!;
  const places = lines.flatMap((line, index) => (way(line) === line ? [] : [index]));
  if (places.length === 0) return sdl;
  const place = places[random.below(places.length)]!;
  return [link, ...lines.map((line, index) => (index === place ? way(line) : line))].join('\n');
}
