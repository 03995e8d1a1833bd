import type { DeferredPart, LaterAnswer, TextAnswer } from '@yiwang/engine';
import type { GraphQLFormattedError } from 'graphql';
import { shorten } from './apollo/format-error.ts';
import { withinAnswerLimit } from './answer-size.ts';
import type { Answer } from '../request/answer.ts';
import type { ParsedRequest } from '../request/request.ts';
import { type PartsFormat, PARTS_TYPES } from '../content-negotiation/media-type.ts';

/**
 * Returns an answer whose deferred parts (`@defer`) follow it. A client learns that a part is complete by the delimiter after it,
 * so each part is sent with its delimiter.
 *
 * @param first JSON of the answer itself
 * @param onReads see ParsedRequest
 * @param limitBytes the limit of one part; a longer one ends the answer, and the connection with it
 */
export function answerInParts(
  first: string,
  { pending = [], later }: Pick<TextAnswer, 'pending'> & { later: AsyncIterable<LaterAnswer> },
  format: PartsFormat,
  onReads: ParsedRequest['onReads'],
  limitBytes: number,
): Answer {
  const { writeFirst, writeLater } = FORMATS[format];
  return {
    status: 200,
    headers: { 'content-type': PARTS_TYPES[format] },
    body: `\r\n---\r\n${writePart(writeFirst(first.slice(0, -1), pending), true)}`,
    later: writeParts(later, writeLater, onReads, limitBytes),
  };
}

async function* writeParts(
  later: AsyncIterable<LaterAnswer>,
  write: Format['writeLater'],
  onReads: ParsedRequest['onReads'],
  limitBytes: number,
): AsyncGenerator<string> {
  for await (const answer of later) {
    const { parts, hasNext, reads } = answer;
    if (reads) {
      await onReads?.(reads, parts.every(({ errors }) => errors.length === 0) ? 'COMPLETE' : 'WITH_ERRORS');
    }
    yield writePart(withinAnswerLimit(write(answer), limitBytes), hasNext);
  }
}

function writePart(json: string, hasNext: boolean): string {
  return `content-type: application/json; charset=utf-8\r\n\r\n${json}\r\n---${hasNext ? '' : '--'}\r\n`;
}

interface Format {
  /** @param open JSON of the answer without the brace at its end */
  writeFirst(open: string, pending: LaterAnswer['pending']): string;
  writeLater(answer: LaterAnswer): string;
}

const FORMATS: Readonly<Record<PartsFormat, Format>> = {
  /** Each part names its object and label. */
  '20220824': {
    writeFirst: (open) => `${open},"hasNext":true}`,
    writeLater: ({ parts, hasNext }) =>
      `{"hasNext":${hasNext},"incremental":[${parts
        .map(
          ({ data, path, label, errors }) =>
            `{"data":${data},"path":${JSON.stringify(path)}${optional('label', label)}${errorsOf(errors)}}`,
        )
        .join()}]}`,
  },
  /**
   * Each part is announced with an id before it comes. A part that became null is completed without data.
   *
   * @see https://specs.apollo.dev/incremental/v0.2/
   */
  'v0.2': {
    writeFirst: (open, pending) => `${open},"pending":${announce(pending)},"hasNext":true}`,
    writeLater({ parts, pending, hasNext }) {
      const inside = pending.length > 0 ? `"pending":${announce(pending)},` : '';
      const filled = parts.filter(({ data }) => data !== 'null');
      const incremental = filled.length > 0 ? `"incremental":[${filled.map(writeData).join()}],` : '';
      return `{"hasNext":${hasNext},${inside}${incremental}"completed":[${parts.map(complete).join()}]}`;
    },
  },
};

function announce(pending: LaterAnswer['pending']): string {
  return JSON.stringify(pending.map(({ id, path, label }) => ({ id, path, label })));
}

function writeData({ id, data, errors }: DeferredPart): string {
  return `{"id":"${id}","data":${data}${errorsOf(errors)}}`;
}

function complete({ id, data, errors }: DeferredPart): string {
  return `{"id":"${id}"${data === 'null' ? errorsOf(errors) : ''}}`;
}

function errorsOf(errors: readonly GraphQLFormattedError[]): string {
  return optional('errors', errors.length === 0 ? undefined : errors.map(shorten));
}

function optional(name: string, value: unknown): string {
  return value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`;
}
