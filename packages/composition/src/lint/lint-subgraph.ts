import { GraphQLError, parse, Source } from 'graphql';
import { MAX_SDL_BYTES } from '../compose/limits.ts';
import { readSubgraph } from '../sdl/read-subgraph.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import { argumentReads } from './argument-reads.ts';
import { accessLinks } from './access-links.ts';
import { descriptions } from './descriptions.ts';
import { existence } from './existence.ts';
import { type LintFinding, reporter } from './finding.ts';
import { lookAlikeNames } from './look-alike-names.ts';
import { naming } from './naming.ts';
import { nullability } from './nullability.ts';
import { pagination } from './pagination.ts';
import { readsDefinition } from './reads-definition.ts';
import type { Rule } from './rule.ts';
import { sharedScalars } from './shared-scalars.ts';
import { sharingAgreement } from './sharing-agreement.ts';
import { sharingDefinition } from './sharing-definition.ts';
import { sharing } from './sharing.ts';

const RULES: Readonly<Record<string, Rule>> = {
  sharing,
  'sharing-definition': sharingDefinition,
  'sharing-agreement': sharingAgreement,
  'argument-reads': argumentReads,
  'reads-definition': readsDefinition,
  'access-links': accessLinks,
  existence,
  nullability,
  'shared-scalars': sharedScalars,
  'look-alike-names': lookAlikeNames,
  pagination,
  descriptions,
  naming,
};

/**
 * What the rules of the house say about one department's SDL, in the order of the SDL. Does not compose: whether it fits the
 * others is for composition to say.
 *
 * @param others departments of the graph, whose SDL parses, for what one SDL alone cannot tell: who owns an entity, names that look alike
 * @returns never throws for what stands in the SDL: text that is too large or is not GraphQL is a finding of its own
 */
export function lintSubgraph(
  { name, sdl }: { name: string; sdl: string },
  others: readonly { name: string; sdl: string }[] = [],
): LintFinding[] {
  const tooLarge = lintSize(name, sdl);
  if (tooLarge) return [tooLarge];
  try {
    const model = readSubgraph(name, parse(new Source(sdl, name)));
    return lintModel(model, others.map(readOther));
  } catch (error) {
    return [syntaxFinding(name, error)];
  }
}

function readOther({ name, sdl }: { name: string; sdl: string }): SubgraphModel {
  return readSubgraph(name, parse(sdl, { noLocation: true }));
}

/** @throws what is not the SDL's fault */
function syntaxFinding(department: string, error: unknown): LintFinding {
  const base = { department, rule: 'syntax', severity: 'ERROR', coordinate: null } as const;
  // The parser calls itself for every level of nesting.
  if (error instanceof RangeError)
    return { ...base, message: 'It is nested too deeply to be read.', location: null };
  if (!(error instanceof GraphQLError)) throw error;
  const at = error.locations?.[0];
  return { ...base, message: error.message, location: at ? { line: at.line, column: at.column } : null };
}

/** What lintSubgraph says about SDL that is parsed already. */
export function lintModel(model: SubgraphModel, others: readonly SubgraphModel[]): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const [name, rule] of Object.entries(RULES))
    rule(model, reporter(findings, model.department, name), others);
  return findings.sort((left, right) => (left.location?.line ?? 0) - (right.location?.line ?? 0));
}

/** The finding about SDL of more than MAX_SDL_BYTES; null when it is small enough to be read. */
export function lintSize(department: string, sdl: string): LintFinding | null {
  if (Buffer.byteLength(sdl) <= MAX_SDL_BYTES) return null;
  const message = `The SDL is larger than ${MAX_SDL_BYTES / 1024 / 1024} MiB, so it was not read.`;
  return { department, rule: 'size', severity: 'ERROR', message, coordinate: null, location: null };
}
