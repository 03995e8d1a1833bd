import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerCache, Change } from '@yiwang/engine';
import { ASSERTION_HEADER, CHANGES_PATH, CHANGES_SCOPE, streamBinding } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import type { ClientTls } from '@yiwang/service/tls';
import { createParser } from 'eventsource-parser';
import { z } from 'zod';
import type { AssertionSigner } from '../../pipeline/authentication/assertion-signer.ts';
import { signOwnRequest } from '../../pipeline/authentication/own-assertion.ts';
import { parseJson } from '../../util/parse-json.ts';
import type { GraphDepartment } from '../departments-of.ts';

/** A department says each second that it is there. */
const SILENCE_MS = 2_500;
/** Between two tries; with jitter, so that gateways do not come together. */
const RETRY_MS = 500;
const MAX_RETRY_MS = 5_000;
/** When to ask a department again that announces no changes. */
const UNSUPPORTED_MS = 60_000;
const MAX_EVENT_BYTES = 64 * 1024;

const event = z.union([
  z.object({ alive: z.literal(true) }),
  z.object({
    type: z.string().nullable(),
    keys: z.record(z.string(), z.array(z.string()).nullable()).optional(),
  }),
]);

export interface FollowOptions {
  cache: Pick<AnswerCache, 'apply' | 'setFollowState'>;
  /** Name of this gateway. */
  gateway: string;
  /** Null when the gateway signs nothing. */
  signer: AssertionSigner | null;
  logger: Logger;
  /** How departments are reached over https. */
  tls?: Pick<ClientTls, 'of'>;
}

/**
 * Keeps a cache at what a department announces, until `stopping` aborts. While it is not heard, nothing of the department is served from
 * the cache as if it were fresh. A department that announces nothing is cached by age.
 */
export async function followDepartment(
  department: GraphDepartment,
  { cache, gateway, signer, logger, tls }: FollowOptions,
  stopping: AbortSignal,
): Promise<void> {
  const { name } = department;
  let failures = 0;
  while (!stopping.aborted) {
    const ended = await followOnce();
    if (stopping.aborted) break;
    if (ended === 'UNSUPPORTED') {
      cache.setFollowState(name, 'BY_AGE');
      failures = 0;
      await pause(UNSUPPORTED_MS);
      continue;
    }
    cache.setFollowState(name, 'LOST');
    if (failures++ === 0)
      logger.info({ department: name }, 'changes of a department are not heard: nothing of it is cached');
    await pause(Math.min(RETRY_MS * 2 ** (failures - 1), MAX_RETRY_MS) * (0.5 + Math.random() / 2));
  }

  /** Resolves when the stream has ended, for whatever reason. */
  function followOnce(): Promise<'UNSUPPORTED' | 'LOST'> {
    return new Promise((resolve) => {
      const address = new URL(CHANGES_PATH, department.url);
      const send = address.protocol === 'https:' ? requestHttps : requestHttp;
      const request = send(address, {
        headers: { accept: 'text/event-stream', ...assertionHeader(department, gateway, signer) },
        signal: stopping,
        ...tls?.of(name),
      });
      const timer = setTimeout(() => request.destroy(new Error('silent')), SILENCE_MS);
      const parser = createParser({
        maxBufferSize: MAX_EVENT_BYTES,
        onEvent: ({ data }) => receive(data),
        onError: lose,
      });

      function receive(data: string): void {
        const read = event.safeParse(parseJson(data));
        if (!read.success) return lose();
        timer.refresh();
        if ('alive' in read.data) {
          failures = 0;
          cache.setFollowState(name, 'FOLLOWED');
        } else cache.apply({ ...read.data, subgraph: name } satisfies Change);
      }
      function lose(): void {
        clearTimeout(timer);
        request.destroy();
        resolve('LOST');
      }

      request.on('error', lose);
      request.on('response', (response) => {
        if (response.statusCode === 404) {
          clearTimeout(timer);
          request.destroy();
          return resolve('UNSUPPORTED');
        }
        if (response.statusCode !== 200) return lose();
        response.setEncoding('utf8');
        response.on('data', (text: string) => parser.feed(text));
        response.on('error', lose);
        response.on('close', lose);
      });
      request.end();
    });
  }

  async function pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: stopping }).catch(() => {});
  }
}

function assertionHeader(
  { name }: GraphDepartment,
  gateway: string,
  signer: AssertionSigner | null,
): Record<string, string> {
  if (!signer) return {};
  const binding = streamBinding({ method: 'GET', path: CHANGES_PATH, offset: null });
  return { [ASSERTION_HEADER]: signOwnRequest(signer, gateway, name, CHANGES_SCOPE, binding) };
}
