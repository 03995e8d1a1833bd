import { apolloLibrary } from './apollo/apollo-library.ts';
import {
  COMPOSITION_LIBRARIES,
  type CompositionLibrary,
  type CompositionLibraryName,
} from './composition-library.ts';
import { guildLibrary } from './guild/guild-library.ts';

const BY_NAME: Readonly<Record<CompositionLibraryName, CompositionLibrary>> = {
  apollo: apolloLibrary,
  guild: guildLibrary,
};

/**
 * The library of that name. Each loads its package when it first composes.
 *
 * @throws Error listing the names when there is none
 */
export function compositionLibrary(name: CompositionLibraryName): CompositionLibrary {
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  throw new Error(
    `There is no composition library ${JSON.stringify(name)}; it must be one of ${COMPOSITION_LIBRARIES.join(', ')}.`,
  );
}
