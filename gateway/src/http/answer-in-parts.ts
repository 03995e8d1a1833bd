import type { DeferredPart, LaterAnswer } from '@yiwang/engine';
import { shorten } from '../apollo/format-error.ts';
import type { Answer, Readable } from '../pipeline.ts';
import { PARTS_TYPE } from './media-type.ts';

/**
 * An answer whose deferred parts (`@defer`) follow it, in the form that Apollo's clients expect. A client is shown that
 * a part is complete by the delimiter after it, so that is sent with the part.
 *
 * @param first JSON of the answer itself
 * @param onReads see Readable
 */
export function answerInParts(
  first: string,
  later: AsyncIterable<LaterAnswer>,
  onReads: Readable['onReads'],
): Answer {
  return {
    status: 200,
    headers: { 'content-type': PARTS_TYPE },
    body: `\r\n---\r\n${writePart(`${first.slice(0, -1)},"hasNext":true}`, true)}`,
    later: writeParts(later, onReads),
  };
}

async function* writeParts(
  later: AsyncIterable<LaterAnswer>,
  onReads: Readable['onReads'],
): AsyncGenerator<string> {
  for await (const { parts, hasNext, reads } of later) {
    if (reads) {
      await onReads?.(reads, parts.every(({ errors }) => errors.length === 0) ? 'COMPLETE' : 'WITH_ERRORS');
    }
    yield writePart(`{"hasNext":${hasNext},"incremental":[${parts.map(print).join()}]}`, hasNext);
  }
}

function writePart(json: string, hasNext: boolean): string {
  return `content-type: application/json; charset=utf-8\r\n\r\n${json}\r\n---${hasNext ? '' : '--'}\r\n`;
}

function print({ data, path, label, errors }: DeferredPart): string {
  const labelled = label === undefined ? '' : `,"label":${JSON.stringify(label)}`;
  const explained = errors.length === 0 ? '' : `,"errors":${JSON.stringify(errors.map(shorten))}`;
  return `{"data":${data},"path":${JSON.stringify(path)}${labelled}${explained}}`;
}
