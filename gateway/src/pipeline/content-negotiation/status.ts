import { type CodeDefinition, ERROR_CODES, type ErrorCode } from '@yiwang/errors';
import { JSON_TYPE, type MediaType } from './media-type.ts';

/**
 * Returns the status of an answer without data, by the GraphQL-over-HTTP specification: with application/json a client cannot
 * tell GraphQL's errors from those of a proxy by the status, so errors about the operation are answered 200; with
 * application/graphql-response+json they have a status of their own.
 */
export function statusOf(code: ErrorCode, mediaType: MediaType): number {
  return isAboutOperation(code) && mediaType === JSON_TYPE ? 200 : ERROR_CODES[code].http;
}

/** Whether the code is about the GraphQL of a request that is sound HTTP and JSON. */
export function isAboutOperation(code: ErrorCode): boolean {
  const definition: CodeDefinition = ERROR_CODES[code];
  return definition.isAboutOperation === true;
}
