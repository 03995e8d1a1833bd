import { Supergraph } from '@apollo/federation-internals';
import { buildFederatedQueryGraph } from '@apollo/query-graphs';
import fc from 'fast-check';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { AccessFacts } from '../../engine/src/core/access-facts.ts';
import { readAccess } from '../../engine/src/authorization/read-access.ts';
import {
  COMPOSITION_LIBRARIES,
  CompositionError,
  type CompositionLibraryName,
  composeSupergraph,
  findConsents,
  readFacts,
} from '../src/index.ts';
import { answersFor, type Answers } from './support/query-graph.ts';
import {
  type Intruder,
  intruder,
  owner,
  type Owned,
  ownerSdl,
  intruderSdl,
} from './support/two-departments.ts';

/** Whose consent is wanted for which coordinate, of the rules that change who answers or who may read. */
const KINDS = ['ANSWERED_BY_ANOTHER', 'ANSWERED_NO_LONGER', 'ACCESS_CHANGED', 'GIVEN_TO_ANOTHER'];
const RUNS = 150;

/** A graph as the planner and the gateway read it. */
interface Read {
  sdl: string;
  answers: Answers;
  access: AccessFacts;
}

function read(owned: Owned, by: Intruder, library: CompositionLibraryName): Read | null {
  const subgraphs = [
    { name: 'owner', url: 'http://owner.example/', sdl: ownerSdl(owned) },
    { name: 'intruder', url: 'http://intruder.example/', sdl: intruderSdl(owned, by) },
  ];
  try {
    const { supergraphSdl: sdl } = composeSupergraph(subgraphs, library);
    const graph = buildFederatedQueryGraph(Supergraph.build(sdl, { supportedFeatures: null }), true);
    return { sdl, answers: answersFor(graph), access: readAccess(parse(sdl)) };
  } catch (error) {
    if (error instanceof CompositionError) return null;
    throw error;
  }
}

/** What a change alters for one coordinate of the owner, as the planner and the engine see it; null for nothing. */
function altered(coordinate: string, before: Read, after: Read, was: Intruder, is: Intruder): string | null {
  const [answered, answers] = [before, after].map((one) => one.answers.get(coordinate) ?? []) as [
    string[],
    string[],
  ];
  const [ruled, rule] = [before, after].map((one) => one.access.rules.get(coordinate)) as [Rule, Rule];
  const isKept = ruled !== undefined || rule !== undefined;
  const own = (all: string[], { keys }: Intruder) => ({
    // Of all its keys: it names the vessel by it, and says nothing of the vessel.
    isReference: coordinate !== 'Place.a' && keys.every((key) => `Vessel.${key}` === coordinate),
    all: all.filter((answer) => answer.startsWith('intruder')),
  });
  const [had, has] = [own(answered, was), own(answers, is)];
  const isFree = !isKept && (has.isReference || coordinate === 'Place.a');
  const isMore = had.isReference && !has.isReference;
  const added = isFree ? [] : has.all.filter((one) => isMore || !had.all.includes(one));
  if (added.length > 0) return `answered by ${added.join()}`;
  // What it answers for all requests now, it answers for some as well.
  const isWhole = answers.some((one) => one.startsWith('owner') && !one.includes('percent'));
  const lost = answered.filter((one) => one.startsWith('owner') && !answers.includes(one) && !isWhole);
  if (lost.length > 0) return `no longer answered by ${lost.join()}`;
  if (JSON.stringify(asked(ruled)) !== JSON.stringify(asked(rule))) return 'read under another rule';
  // The engine lists the holders of conditional fields only; what else is kept back leaves its department as well.
  const isGiven = ({ uses }: Intruder) =>
    ['requires', 'provides'].includes(
      Object.entries(uses).find(([name]) => coordinate === `Vessel.${name}`)?.[1] ?? '',
    );
  return isKept && isGiven(is) && !isGiven(was) ? 'given away' : null;
}

type Rule = ReturnType<AccessFacts['rules']['get']>;

/** What a rule asks of the caller; UNCONDITIONAL asks nothing, whatever its basis. */
function asked(rule: Rule) {
  const asks = rule?.sharing !== 'UNCONDITIONAL';
  return rule && [asks ? rule.sharing : null, asks ? rule.basis : null, rule.authenticated, rule.scopes];
}

test.each(COMPOSITION_LIBRARIES)(
  'consent is asked for exactly where the planner gets another to ask, or the engine another rule, composed by %s',
  { timeout: 120_000 },
  (library) => {
    let compared = 0;
    let touched = 0;
    fc.assert(
      fc.property(owner, intruder, intruder, (owned, was, is) => {
        const [before, after] = [read(owned, was, library), read(owned, is, library)];
        if (!before || !after) return;
        compared += 1;
        const changes = findConsents({
          before: readFacts(parse(before.sdl), []),
          after: readFacts(parse(after.sdl), []),
          by: ['intruder'],
        });
        for (const [coordinate, answered] of before.answers) {
          const isOwned = answered.some((one) => one.startsWith('owner'));
          if (!isOwned || !after.answers.has(coordinate)) continue;
          const wanted = altered(coordinate, before, after, was, is);
          const found = changes.filter(
            (change) =>
              change.coordinate === coordinate &&
              change.consentOf?.includes('owner') &&
              KINDS.includes(change.kind),
          );
          if (wanted) touched += 1;
          const told = { coordinate, wanted, found: found.map(({ message }) => message) };
          expect(found.length > 0, JSON.stringify(told)).toBe(wanted !== null);
        }
      }),
      { numRuns: RUNS, seed: Number(process.env['SEED'] ?? 28) },
    );
    // It would prove nothing if hardly anything composed or changed.
    expect(compared).toBeGreaterThan(RUNS / 8);
    expect(touched).toBeGreaterThan(RUNS / 8);
  },
);
