import type { Readable, Stages } from '../pipeline.ts';
import type { ExecutionCounts } from './execution-counts.ts';

/** The same stages, with every operation that is executed counted. */
export function countStages(stages: Stages, variant: string, counts: ExecutionCounts): Stages {
  function add(request: Readable, failed: boolean): void {
    const { client, headers, source } = request;
    counts.add({
      variant,
      client: client.id,
      headers,
      source,
      operationName: operationNameOf(request),
      failed,
    });
  }

  return {
    ...stages,
    async subscribe(request) {
      const answers = await stages.subscribe(request);
      if (answers) add(request, false);
      return answers;
    },
    async execute(request) {
      const answer = await stages.execute(request);
      if (answer.outcome) add(request, answer.outcome === 'WITH_ERRORS');
      return answer;
    },
  };
}

function operationNameOf({ plain, body, search, method }: Readable): string | undefined {
  if (plain) return plain.operationName;
  if (method === 'GET') return new URLSearchParams(search).get('operationName') ?? undefined;
  const name = (body as { operationName?: unknown } | undefined)?.operationName;
  return typeof name === 'string' ? name : undefined;
}
