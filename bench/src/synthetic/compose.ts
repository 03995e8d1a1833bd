import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export interface Subgraph {
  name: string;
  sdl: string;
  url: string;
}

/** @throws Error listing why the departments do not fit together */
export function compose(subgraphs: readonly Subgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl!;
}
