import type { CaseState } from '../../graphql/generated/graphql.ts';
import type { InboxFilter } from './model.ts';

/** States in which an office has a case. */
export const INBOX_STATES = ['SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED', 'DECIDED'] as const;

/** Reads the filter of an address; what is none of the values is left out. */
export function readFilter(query: URLSearchParams): InboxFilter {
  const states = query
    .getAll('state')
    .filter((state): state is CaseState => (INBOX_STATES as readonly string[]).includes(state));
  const region = query.get('region');
  return {
    states: states.length > 0 ? states : null,
    region: region !== null && /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/.test(region) ? region : null,
    item: query.get('item') || null,
    overdue: query.get('overdue') === '1',
  };
}
