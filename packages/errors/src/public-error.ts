import { type ASTNode, GraphQLError } from 'graphql';
import type { ErrorCode } from './codes.ts';

// A registered symbol, not instanceof: npm may install two copies of this package.
const BRAND = Symbol.for('@yiwang/errors/PublicError');

export interface PublicErrorOptions {
  /** Facts that a program can act on; sent beside the code in `extensions`. */
  details?: Readonly<Record<string, unknown>>;
  /** The fault behind it, for the log only. */
  cause?: unknown;
  /** The part of the query that the error is about; sent as locations. */
  nodes?: readonly ASTNode[] | undefined;
}

/**
 * An error whose message is written for clients and is safe to send.
 *
 * Every other error is masked before it leaves the process (see {@link maskError}), so throwing
 * this class is the only way in which our own code sends a message to a client.
 *
 * @example throw new PublicError('INVALID_ARGUMENT', 'first must be between 1 and 100; it is 500.');
 */
export class PublicError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options: PublicErrorOptions = {}) {
    super(message, { nodes: options.nodes, extensions: { ...options.details, code } });
    this.name = 'PublicError';
    this.code = code;
    this.cause = options.cause;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** True for a PublicError from any installed copy of this package. */
export function isPublicError(value: unknown): value is PublicError {
  return typeof value === 'object' && value !== null && BRAND in value;
}
