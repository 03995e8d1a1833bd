import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { Mandate, WholeMandate } from './answers.ts';

/** A table of mandates, for people. */
export function describeMandates(all: readonly Mandate[]): string {
  return table(
    ['id', 'state', 'kind', 'person', 'enterprise', 'name', 'items', 'from', 'until'],
    all.map(({ id, state, kind, person, enterprise, items, from, until }) => [
      id,
      inWords(state),
      inWords(kind),
      person,
      enterprise.uscc,
      enterprise.name ?? '',
      items?.join(', ') ?? 'all',
      from,
      until ?? '',
    ]),
  );
}

/** One with its history, for people. */
export function describeWholeMandate(mandate: WholeMandate): string {
  const { id, state, kind, person, enterprise, items, from, until, version } = mandate;
  const facts: [string, string][] = [
    ['id', id],
    ['state', inWords(state)],
    ['kind', inWords(kind)],
    ['person', person],
    ['enterprise', `${enterprise.uscc} ${enterprise.name ?? ''}`.trim()],
    ['items', items?.join(', ') ?? 'all'],
    ['from', from],
    ['until', until ?? ''],
    ['given', moment(mandate.givenAt)],
    ['by', mandate.givenBy ?? ''],
    ['version', String(version)],
    ['reason', mandate.reason ?? ''],
  ];
  const history = mandate.history.map(({ at, action, as, user, reason }) => [
    moment(at),
    inWords(action),
    [inWords(as), user].filter(Boolean).join(' / '),
    reason ?? '',
  ]);
  return [
    table(
      ['', ''],
      facts.filter(([, value]) => value !== '').map(([name, value]) => [style.strong(name), value]),
    ),
    table(['at', 'action', 'by', 'reason'], history),
  ].join('\n\n');
}
