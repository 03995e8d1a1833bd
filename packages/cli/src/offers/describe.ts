import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { Offer, Run } from './answers.ts';

export function describeOffers(offers: readonly Offer[]): string {
  return table(
    ['offer', 'state', 'for', 'item', 'why', 'until', 'case'],
    offers.map((offer) => [
      offer.id,
      inWords(offer.state),
      offer.enterprise.uscc,
      offer.serviceItem.name,
      offer.reason ?? '',
      offer.validUntil,
      offer.case ? `${offer.case.number} (${inWords(offer.case.state)})` : '',
    ]),
  );
}

export function describeRuns(runs: readonly Run[]): string {
  const rows = runs.map((run) => [
    run.id,
    inWords(run.state),
    `${run.serviceItem.name} ${style.faint(run.serviceItem.code)}`,
    moment(run.startedAt),
    ...[run.read, run.entitled, run.offered, run.withdrawn].map((count) => count.toLocaleString('en')),
    run.denied > 0 ? style.bad(run.denied.toLocaleString('en')) : '0',
  ]);
  const notes = runs.flatMap(({ id, error, denials }) =>
    [...(error ? [error] : []), ...denials].map((text) => style.odd(`${id}: ${text}`)),
  );
  const header = ['run', 'state', 'item', 'started', 'read', 'entitled', 'offered', 'withdrawn', 'denied'];
  return [table(header, rows), ...new Set(notes)].join('\n');
}
