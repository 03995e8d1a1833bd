import type { Finding } from './finding.ts';
import type { History } from './history.ts';
import type { RunResult } from './run-checker.ts';
import type { Stored } from './stored.ts';

/** Findings of each rule. */
const MOST_SHOWN = 8;

/** What a run has come to, in lines. */
export function describeRun(
  { history, troubles }: RunResult,
  stored: Stored,
  findings: readonly Finding[],
): string {
  const told = countBy(history.steps, ({ outcome }) =>
    outcome.told === 'REJECTED' ? outcome.code : outcome.told,
  );
  const { gateway, departments } = stored.accesses;
  const served = [...departments.values()].reduce((sum, { records }) => sum + records.length, 0);
  return [
    `steps told: ${listOf(told)}; sent more than once: ${history.steps.filter(({ tries }) => tries > 1).length}`,
    `steps by kind: ${listOf(countBy(takenSteps(history), ({ actions }) => actions.join('/')))}`,
    `matters told: ${listOf(countBy(history.matterSteps, ({ outcome, actions }) => `${actions.join('/')} ${outcome.told === 'REJECTED' ? outcome.code : outcome.told}`))}`,
    `matters stored: ${listOf(countBy(stored.matters.rows, ({ state }) => state))}; their steps: ${listOf(countBy(stored.matters.steps, ({ state }) => state))}`,
    `reads answered: ${listOf(countBy(history.reads, ({ right }) => right))}; with cases: ${history.reads.filter(({ cases }) => cases.length > 0).length}`,
    `files received whole: ${history.materials.length}`,
    `processes killed: ${history.kills.length} (${listOf(countBy(history.kills, ({ name }) => name))})`,
    `answers with errors: ${listOf(troubles)}`,
    `stored: ${stored.cases.length} cases, ${stored.events.length} events, ${stored.permits.length} permits; access log: ${gateway.length} records of gateways, ${served} of departments`,
    `findings: ${findings.length}${findings.length > 0 ? ` (${listOf(countBy(findings, ({ rule }) => rule))})` : ''}`,
    ...[...Map.groupBy(findings, ({ rule }) => rule).values()]
      .flatMap((some) => some.slice(0, MOST_SHOWN))
      .map(({ rule, message }) => `  ${rule}: ${message}`),
  ].join('\n');
}

/** The steps that were told as taken. */
export function takenSteps({ steps }: Pick<History, 'steps'>): History['steps'] {
  return steps.filter(({ outcome }) => outcome.told === 'TAKEN');
}

function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, number> {
  return new Map([...Map.groupBy(items, nameOf)].map(([name, { length }]) => [name, length]));
}

function listOf(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ') || 'none';
}
