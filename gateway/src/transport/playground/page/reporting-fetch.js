import { noteLastRun, readLastRun } from './last-run.js';

const COST = /^estimate=(\d+)(?:, actual=(\d+))?$/;

/**
 * Like fetch, but asks for the cost of each operation, and for its query plan while the page wants one. Notes both, and takes the
 * plan out of the answer: the page shows it elsewhere.
 */
export async function reportingFetch(url, init) {
  // The editor reads the schema by itself.
  if (JSON.parse(init.body).operationName === 'IntrospectionQuery') return fetch(url, init);
  const { wantsPlan } = readLastRun();
  const headers = new Headers(init.headers);
  headers.set('operation-cost', 'report');
  if (wantsPlan) headers.set('query-plan', 'report');
  const response = await fetch(url, { ...init, headers });
  const [, estimate, actual] = COST.exec(response.headers.get('operation-cost') ?? '') ?? [];
  noteLastRun({ cost: estimate ? { estimate: Number(estimate), actual: actual && Number(actual) } : null });
  if (!wantsPlan || !/json/.test(response.headers.get('content-type') ?? '')) return response;

  const { extensions: { queryPlan = null, ...extensions } = {}, ...answer } = await response.json();
  const isRefused = answer.errors?.[0]?.extensions?.code === 'QUERY_PLAN_REFUSED';
  noteLastRun({ plan: queryPlan, isRefused });
  const rest = Object.keys(extensions).length > 0 ? { ...answer, extensions } : answer;
  return new Response(JSON.stringify(rest), { status: response.status, headers: response.headers });
}
