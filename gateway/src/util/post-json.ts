import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { TlsIdentity } from '@yiwang/service/tls';

const MAX_ANSWER_BYTES = 64 * 1024;

export interface PostOptions {
  /** For the whole call. */
  timeoutMs: number;
  /** 64 KiB when left out. */
  maxAnswerBytes?: number;
  /** What happens with a longer answer. */
  longAnswer?: 'refuse' | 'cut';
  headers?: Readonly<Record<string, string>>;
  /** For an address of https; that of Node when left out. */
  tls?: TlsIdentity | undefined;
}

/**
 * Posts JSON and reads a small answer. It does without undici, which takes 14 MiB, because such calls are few.
 *
 * @throws Error when there is no answer in time, or one that is too long and may not be cut
 */
export function postJson(
  url: URL | string,
  body: string,
  { timeoutMs, maxAnswerBytes = MAX_ANSWER_BYTES, longAnswer = 'refuse', headers: more, tls }: PostOptions,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const address = new URL(url);
    const send = address.protocol === 'https:' ? requestHttps : requestHttp;
    const headers = {
      ...more,
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const request = send(address, {
      method: 'POST',
      headers,
      signal: AbortSignal.timeout(timeoutMs),
      ...tls,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      const answer = () => resolve({ status: response.statusCode ?? 0, text });
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length <= maxAnswerBytes) return;
        if (longAnswer === 'cut') answer();
        request.destroy(new Error(`The answer has more than ${maxAnswerBytes} bytes.`));
      });
      response.on('error', reject);
      response.on('end', answer);
    });
    request.end(body);
  });
}
