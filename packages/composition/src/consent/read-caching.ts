import { argumentsOf } from '@yiwang/schema-directives';
import type { Directives } from './directives.ts';
import type { Caching } from './facts/graph-facts.ts';

const NOTHING: Caching = { maxAge: null, staleIfError: 0, isPrivate: false, inherits: false };

/**
 * What `@cacheControl` says of an element, as the gateway reads it: of several uses what all allow, since a supergraph does not say which
 * department each is of.
 */
export function readCaching({ directives = [] }: Directives, name: string): Caching {
  const uses = directives.filter((use) => use.name.value === name).map(argumentsOf);
  if (uses.length === 0) return NOTHING;
  const numbers = (argument: string) =>
    uses.map((use) => use[argument]).filter((value) => typeof value === 'number');
  const ages = numbers('maxAge');
  const staleTimes = numbers('staleIfError');
  return {
    maxAge: ages.length === 0 ? null : Math.min(...ages),
    staleIfError: staleTimes.length < uses.length ? 0 : Math.min(...staleTimes),
    isPrivate: uses.some(({ scope }) => scope === 'PRIVATE'),
    inherits: uses.every(({ inheritMaxAge }) => inheritMaxAge === true),
  };
}
