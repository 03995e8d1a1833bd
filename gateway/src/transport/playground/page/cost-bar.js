import { useGraphiQL } from '@graphiql/react';
import { createElement as h, useEffect, useState } from 'react';
import { useLastRun } from './last-run.js';
import { LANGUAGE, number, t } from './texts.js';

/** Each estimate counts as a request of the client, so typing does not ask for one at each key. */
const PAUSE_MS = 800;

/** What the open operation may cost, and what the last run has cost. */
export function CostBar() {
  const estimate = useEstimate();
  const { cost } = useLastRun();
  return h(
    'div',
    { className: 'yiwang-cost', lang: LANGUAGE, role: 'status' },
    estimate &&
      h(
        'span',
        { className: estimate.estimate > estimate.limit ? 'yiwang-bad' : undefined },
        t('cost.before', number(estimate.estimate), number(estimate.limit)),
        h(
          'small',
          null,
          t('cost.most', estimate.mostExpensive.selection, number(estimate.mostExpensive.cost)),
        ),
      ),
    cost?.actual !== undefined && h('span', null, t('cost.after', number(cost.actual))),
  );
}

/** Null while there is none: the operation is not GraphQL, or its client may not send it. */
function useEstimate() {
  const { query, variables, headers, operationName } = useGraphiQL(
    (state) => state.tabs[state.activeTabIndex],
  );
  const [estimate, setEstimate] = useState(null);
  useEffect(() => {
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      askForEstimate({ query, variables, headers, operationName }, leaving.signal).then(
        setEstimate,
        // Another text is there already, or the server is not.
        () => leaving.signal.aborted || setEstimate(null),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [query, variables, headers, operationName]);
  return estimate;
}

async function askForEstimate({ query, variables, headers, operationName }, signal) {
  if (!query?.trim()) return null;
  const response = await fetch('playground/cost', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...JSON.parse(headers?.trim() || '{}') },
    body: JSON.stringify({ query, variables: JSON.parse(variables?.trim() || '{}'), operationName }),
    signal,
  });
  return response.ok ? response.json() : null;
}
