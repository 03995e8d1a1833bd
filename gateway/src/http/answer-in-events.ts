import { eventsText } from '@yiwang/http-server';
import { type Answer, type Answers, follow, type Incoming, type Stages } from '../pipeline.ts';
import { EVENTS_TYPE, JSON_TYPE } from './media-type.ts';

/**
 * Answers a client of server-sent events: a subscription with an event for each answer, a query or mutation with one.
 * What is wrong with the operation is an answer too, by the protocol; what is wrong with the request is a status.
 *
 * @throws PublicError when a stage refuses the request
 */
export async function answerInEvents(request: Incoming, stages: Stages): Promise<Answer | Answers> {
  // Each answer is JSON, whatever it travels in.
  const headers = { ...request.headers, accept: JSON_TYPE };
  const answered = await follow({ ...request, headers }, stages);
  return 'next' in answered || answered.status !== 200 ? answered : inEvents(answered.body.toString());
}

/** One answer that is all there is. */
export function inEvents(body: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': `${EVENTS_TYPE}; charset=utf-8` },
    body: eventsText(body),
  };
}
