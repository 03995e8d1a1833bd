import type { OperationCost } from '../cost/document-cost.ts';
import type { Answer, Readable, Stages } from '../pipeline.ts';

/** A client asks with `operation-cost: report` for what the answer has cost: reading it again takes its time. */
const HEADER = 'operation-cost';

/** The same stage, which tells in a header what the answer has cost, where that is asked for. */
export function reportCost(execute: Stages['execute']): Stages['execute'] {
  return (request) => {
    const { cost } = request;
    return cost && request.headers[HEADER] === 'report' ? reporting(request, cost) : execute(request);
  };

  async function reporting(request: Readable, cost: OperationCost): Promise<Answer> {
    const answer = await execute(request);
    // Of an answer in parts only the first is there.
    if (answer.later) return answer;
    const { data } = JSON.parse(answer.body.toString()) as { data?: unknown };
    request.answerHeaders[HEADER] = `estimate=${cost.estimate}, actual=${cost.measure(data)}`;
    return answer;
  }
}
