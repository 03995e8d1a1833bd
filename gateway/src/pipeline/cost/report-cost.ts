import type { IncomingHttpHeaders } from 'node:http';
import type { OperationCost } from './document-cost.ts';

/** A client requests the actual cost with `operation-cost: report`: measuring it means parsing the answer again. */
const HEADER = 'operation-cost';

interface CostedRequest {
  cost?: OperationCost;
  headers: IncomingHttpHeaders;
  answerHeaders: { [HEADER]?: string };
}

/** Sets a header with the actual cost of the answer, where the client requests it. */
export function reportCost(
  { cost, headers, answerHeaders }: CostedRequest,
  answer: { body: string | Buffer; later?: unknown },
): void {
  // Of an answer in parts, only the first part is there.
  if (!cost || headers[HEADER] !== 'report' || answer.later) return;
  const { data } = JSON.parse(answer.body.toString()) as { data?: unknown };
  answerHeaders[HEADER] = `estimate=${cost.estimate}, actual=${cost.measure(data)}`;
}
