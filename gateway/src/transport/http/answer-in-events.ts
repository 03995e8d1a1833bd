import { eventsText } from '@yiwang/service/http';
import type { Answer, Answers } from '../../pipeline/request/answer.ts';
import type { Incoming } from '../../pipeline/request/request.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { EVENTS_TYPE, JSON_TYPE } from '../../pipeline/content-negotiation/media-type.ts';

/**
 * Answers a client of server-sent events: a subscription with an event for each answer, a query or mutation with one. By the
 * protocol, an error of the operation is an event; an error of the request is a status.
 *
 * @throws PublicError when a stage refuses the request
 */
export async function answerInEvents(request: Incoming, pipeline: Pipeline): Promise<Answer | Answers> {
  // Each event holds JSON, whatever the client accepts otherwise.
  const answered = await pipeline.follow({ ...request, accept: JSON_TYPE });
  return 'next' in answered || answered.status !== 200 ? answered : inEvents(answered.body.toString());
}

/** Returns an event stream of one answer. */
export function inEvents(body: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': `${EVENTS_TYPE}; charset=utf-8` },
    body: eventsText(body),
  };
}
