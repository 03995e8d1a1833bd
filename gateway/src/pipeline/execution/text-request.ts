import type { TextRequest } from '@yiwang/engine';
import type { ParsedRequest } from '../request/request.ts';

/** Returns the request for the engine; null where Apollo Server must explain to the client what is wrong with it. */
export function textRequestOf({
  method,
  params,
  parts,
  controller,
  caller,
  requester,
}: ParsedRequest): TextRequest | null {
  const { query, operationName, variables, isWellFormed } = params;
  if (!isWellFormed || query === '') return null;
  return {
    ...{ query, operationName, variables, caller, requester },
    signal: controller.signal,
    // A request by GET may change nothing.
    ...(method === 'GET' && { isSafe: true }),
    ...(parts && { inParts: true }),
  };
}
