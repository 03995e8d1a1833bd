import { GraphQLError } from 'graphql';
import { expect, test, vi } from 'vitest';
import { maskError, PublicError } from '../src/index.ts';

const wrap = (error: Error) => new GraphQLError(error.message, { originalError: error, path: ['a', 0] });

test.each([
  ['a PublicError', new PublicError('NOT_FOUND', 'There is none.')],
  ['a PublicError that graphql-js has given its place', wrap(new PublicError('NOT_FOUND', 'There is none.'))],
  ['what graphql-js says about a request', new GraphQLError('Cannot query field "x".')],
  ['what a scalar says about a variable', wrap(wrap(new GraphQLError('Int cannot represent "x".')))],
])('%s passes as it is', (_what, error) => {
  const report = vi.fn();
  expect(maskError(error, report)).toBe(error);
  expect(report).not.toHaveBeenCalled();
});

test.each([
  ['a bug', new Error('password=hunter2')],
  ['a bug that graphql-js has given its place', wrap(new Error('password=hunter2'))],
  ['a bug wrapped twice', wrap(wrap(new Error('password=hunter2')))],
  ['something thrown that is no error', 'password=hunter2'],
])('%s is masked, and goes whole to the report under the same incident id', (_what, error) => {
  const report = vi.fn();
  const masked = maskError(error, report);

  expect(JSON.stringify(masked)).not.toContain('hunter2');
  expect(masked.extensions['code']).toBe('INTERNAL_ERROR');
  expect(report).toHaveBeenCalledExactlyOnceWith(masked.extensions['incident'], error);
  expect(masked.path).toEqual(error instanceof GraphQLError ? ['a', 0] : undefined);
});
