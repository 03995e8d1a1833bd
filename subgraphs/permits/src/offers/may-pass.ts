import { ERROR_CODES, type ErrorCode } from '@yiwang/errors';
import type { GatewayError } from '@yiwang/subgraph-kit/prefill';

/** Whether the same may be answered when it is asked again. What has a code of its own is taken to pass: it is tried again, and no offer made. */
export function mayPass({ extensions: { code } }: GatewayError): boolean {
  return ERROR_CODES[code as ErrorCode]?.retry !== 'never';
}
