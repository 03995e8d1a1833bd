import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { REQUESTER } from './do-work.ts';

/** Milliseconds between two looks at a gateway that did not answer. */
const LOOK_MS = 200;
const LOOK_TIMEOUT_MS = 2000;
/** Milliseconds that a question waits for the gateway, at most: less than a step in work gets to end when the process stops. */
const PATIENCE_MS = 8000;

const PURPOSE = { basis: '联办件', caseNumber: '联办件', requester: REQUESTER };

/**
 * A client whose questions wait while the gateway is away, of which one question at a time makes sure. So the many steps that are due when
 * everything starts again use up none of their attempts, and go on at once when the gateway answers.
 */
export function awaitGateway(client: GatewayClient): GatewayClient {
  let isBack: Promise<void> | null = null;

  async function look(): Promise<void> {
    for (;;) {
      try {
        await client.ask('{ __typename }', {}, { purpose: PURPOSE, timeoutMs: LOOK_TIMEOUT_MS });
        break;
      } catch {
        await sleep(LOOK_MS, undefined, { ref: false });
      }
    }
    isBack = null;
  }

  return {
    async ask(...question) {
      if (isBack) await Promise.race([isBack, sleep(PATIENCE_MS, undefined, { ref: false })]);
      try {
        return await client.ask(...question);
      } catch (error) {
        isBack ??= look();
        throw error;
      }
    },
  };
}
