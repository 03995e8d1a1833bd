import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLogger, logContext } from '../src/logging/index.ts';

test('lines say which request they are about, also after a wait, and others say nothing of it', async () => {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('test', 'info', { write: (line) => void lines.push(JSON.parse(line)) });
  const answer = async (requestId: string) => {
    await sleep(1);
    logger.info({ code: 'x' }, requestId);
  };
  await Promise.all(
    ['a', 'b'].map((requestId) =>
      logContext.run({ requestId, traceId: `trace-${requestId}` }, answer, requestId),
    ),
  );
  logger.info('none');
  const seen = lines.map(({ msg, requestId, trace_id, span_id }) => ({ msg, requestId, trace_id, span_id }));
  expect(seen).toEqual([
    { msg: 'a', requestId: 'a', trace_id: 'trace-a' },
    { msg: 'b', requestId: 'b', trace_id: 'trace-b' },
    { msg: 'none' },
  ]);
});
