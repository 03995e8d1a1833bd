import type { LocalSubgraph } from '../options/subgraph-options.ts';
import type { PublishedSubgraph, SchemaLocation } from '../registry/answers.ts';
import { codeFrame } from './code-frame.ts';
import { indent } from './style.ts';

/** The texts that places point into. */
export interface Sources {
  /** `schema.graphql:12:3` with the lines around it. */
  show(location: SchemaLocation): string;
  /** Own ones before those of other departments. */
  ownFirst(locations: readonly SchemaLocation[]): SchemaLocation[];
  /** The same without the lines. */
  name(location: SchemaLocation): string;
}

/** Own schemas are named by their file, those of other departments as published. */
export function sourcesOf(
  own: readonly LocalSubgraph[],
  published: readonly PublishedSubgraph[] = [],
): Sources {
  const texts = new Map([
    ...published.map(
      ({ department, sdl }) =>
        [department.name, { name: `schema of ${department.name}, as published`, sdl }] as const,
    ),
    ...own.map(({ department, source, sdl }) => [department, { name: source, sdl }] as const),
  ]);
  const name = ({ department, line, column }: SchemaLocation) =>
    `${texts.get(department)?.name ?? department}:${line}:${column}`;
  const isOwn = ({ department }: SchemaLocation) =>
    own.some((subgraph) => subgraph.department === department);
  return {
    name,
    ownFirst: (locations) => [...locations].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a))),
    show(location) {
      const text = texts.get(location.department);
      const frame = text && codeFrame(text.sdl, location.line, location.column);
      return frame ? `${name(location)}\n${indent(frame)}` : name(location);
    },
  };
}
