import { createRequire } from 'node:module';
import type * as Guild from '@theguild/federation-composition';
import type { GraphQLError } from 'graphql';
import { CompositionError } from '../composition-error.ts';
import type { CompositionLibrary } from '../composition-library.ts';
import { describeFault, orAborted } from '../describe-fault.ts';
import { locateError } from './locate-error.ts';
import { findRepeatedDirectives } from './repeated-directives.ts';

let loaded: typeof Guild | undefined;

/** `@theguild/federation-composition`, under the MIT License. It has no hints. */
export const guildLibrary: CompositionLibrary = {
  compose(parsed) {
    const names = parsed.map(({ name }) => name);
    const fail = (errors: readonly GraphQLError[]) =>
      new CompositionError(errors.map((error) => describeFault(error, names)));
    // Loaded when something is composed, as Apollo's is.
    loaded ??= createRequire(import.meta.url)('@theguild/federation-composition') as typeof Guild;
    const { composeServices } = loaded;
    const result = orAborted(() => composeServices([...parsed]));
    if (result.errors) throw fail(result.errors.map((error) => locateError(error, parsed)));
    const repeated = findRepeatedDirectives(result.supergraphDocumentNode, parsed);
    if (repeated.length > 0) throw fail(repeated);
    return { supergraphSdl: result.supergraphSdl, hints: [] };
  },
};
