import { expect, onTestFinished, test } from 'vitest';
import { currentSpan, type Span, traced, traceProcess, type Tracing } from '../src/telemetry/index.ts';

/** Keeps what is told of spans. */
function recorder() {
  const ended: { name: string; error: string | null; parent: string | null }[] = [];
  const tracing: Tracing = {
    start(name): Span {
      const parent = currentSpan()?.spanId ?? null;
      return {
        ...{ traceparent: `00-trace-${name}-01`, traceId: 'trace', spanId: name },
        rename: () => {},
        set: () => {},
        end: (error = null) => void ended.push({ name, error, parent }),
      };
    },
    [Symbol.asyncDispose]: async () => {},
  };
  const process = traceProcess(tracing);
  onTestFinished(() => process[Symbol.dispose]());
  return ended;
}

test('work is done in a span of its own, beneath that of whoever does it', async () => {
  const ended = recorder();
  const result = await traced('outer', { kind: 'internal' }, () =>
    traced('inner', { kind: 'internal' }, async () => currentSpan()?.traceparent),
  );
  expect(result).toBe('00-trace-inner-01');
  expect(ended).toEqual([
    { name: 'inner', error: null, parent: 'outer' },
    { name: 'outer', error: null, parent: null },
  ]);
  expect(currentSpan()).toBeNull();
});

test('a span says of an error what it is, and not its message', async () => {
  const ended = recorder();
  const fault = new RangeError('张三 13800138000');
  await expect(traced('work', { kind: 'internal' }, () => Promise.reject(fault))).rejects.toBe(fault);
  expect(ended).toEqual([{ name: 'work', error: 'RangeError', parent: null }]);
});

test('while traces are off the work is just done', async () => {
  expect(await traced('work', { kind: 'internal' }, async () => currentSpan())).toBeNull();
});
