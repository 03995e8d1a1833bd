import { expect, test } from 'vitest';
import { describeFault } from '../src/logging/describe-fault.ts';

const SECRET = /张三|13812345678|6222020200112233445/;

function databaseError(message: string, more: object): Error {
  return Object.assign(new Error(message), { severity: 'ERROR', ...more });
}

test.each<[what: string, error: unknown]>([
  [
    'the parameters of a statement',
    new Error('Failed query: select * from holders where name = $1\nparams: 张三,13812345678'),
  ],
  [
    'what PostgreSQL tells of a row',
    databaseError('null value in column "x" violates not-null constraint', {
      code: '23502',
      detail: 'Failing row contains (1, 张三, 13812345678).',
      parameters: ['张三'],
      query: "insert into holders values ('张三')",
      where: 'COPY holders, line 1: "张三"',
    }),
  ],
  [
    'a value that PostgreSQL does not take',
    databaseError('invalid input syntax for type integer: "张三"', { code: '22P02' }),
  ],
  ['what is no JSON', parseError('张三 13812345678')],
  ['what is no JSON, in another message', new Error(`No answer: ${String(parseError('张三 13812345678'))}`)],
  ['an error behind an error', new Error('outer', { cause: new Error('q\nparams: 张三') })],
  ['a long number', new Error('No account 6222020200112233445.')],
  ['a thing that is no error', { name: '张三' }],
])('a log does not hold %s', (_what, error) => {
  expect(JSON.stringify(describeFault(error))).not.toMatch(SECRET);
});

test('a log tells what failed, and where', () => {
  const fault = describeFault(
    new Error('Failed query: select 1\nparams: 张三', {
      cause: databaseError('duplicate key value violates unique constraint "holders_pkey"', {
        code: '23505',
        table_name: 'holders',
      }),
    }),
  );
  expect(fault).toMatchObject({
    type: 'Error',
    message: 'Failed query: select 1\nparams: …',
    stack: expect.stringContaining('describe-fault.test.ts'),
    cause: {
      message: 'duplicate key value violates unique constraint "holders_pkey"',
      code: '23505',
      table_name: 'holders',
    },
  });
});

function parseError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
