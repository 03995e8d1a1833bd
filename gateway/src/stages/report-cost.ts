import type { Stages } from '../pipeline.ts';

/** A client asks with `operation-cost: report` for what the answer has cost: reading it again takes its time. */
const HEADER = 'operation-cost';

/** The same stage, which tells in a header what the answer has cost, where that is asked for. */
export function reportCost(execute: Stages['execute']): Stages['execute'] {
  return async function reporting(request) {
    const answer = await execute(request);
    // Of an answer in parts only the first is there.
    if (!request.cost || request.headers[HEADER] !== 'report' || answer.later) return answer;
    const { data } = JSON.parse(answer.body.toString()) as { data?: unknown };
    const actual = request.cost.measure(data);
    request.answerHeaders[HEADER] = `estimate=${request.cost.estimate}, actual=${actual}`;
    return answer;
  };
}
