import { PublicError } from '@yiwang/errors';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { checkSubscriptions } from './check-subscriptions.ts';
import { measureDocument } from './measure-document.ts';
import { scanSource } from './scan-source.ts';

export interface DocumentLimits {
  maxTokens: number;
  /** Of fields inside fields, with fragments spread out. */
  maxDepth: number;
  /** With fragments spread out. */
  maxFields: number;
}

/** Deeper brackets would overflow the parser's stack. Arguments and inline fragments nest beside fields. */
const MAX_BRACKETS = 200;
/** Longer chains would overflow the stack of validation rules that follow fragments. */
const MAX_FRAGMENT_CHAIN = 100;

/**
 * Checks a document's size before it is validated. Each step is safe on what the step before let
 * through: scanning needs no stack, parsing needs no more than the brackets, measuring is linear.
 * A document that is not GraphQL passes.
 *
 * @throws PublicError OPERATION_TOO_COMPLEX naming the limit, or GRAPHQL_VALIDATION_FAILED for fragments in a circle and for
 * a condition on the root field of a subscription
 */
export function checkDocument(source: string, { maxTokens, maxDepth, maxFields }: DocumentLimits): void {
  const { tokens, brackets } = scanSource(source, { maxTokens, maxBrackets: MAX_BRACKETS });
  if (tokens > maxTokens) refuse(`has more than ${maxTokens} tokens`, { maxTokens });
  if (brackets > MAX_BRACKETS) refuse(`nests brackets deeper than ${MAX_BRACKETS}`, { maxDepth });

  const document = parseOrNull(source);
  if (!document) return;
  const { depth, fields, fragmentChain } = measureDocument(document);
  if (fragmentChain > MAX_FRAGMENT_CHAIN) {
    refuse(`spreads fragments in fragments, more than ${MAX_FRAGMENT_CHAIN} deep`, { maxDepth });
  }
  if (depth > maxDepth) refuse(`nests fields ${depth} deep; the limit is ${maxDepth}`, { depth, maxDepth });
  if (fields > maxFields) refuse(`asks for ${fields} fields; the limit is ${maxFields}`, { maxFields });
  checkSubscriptions(document);
}

function parseOrNull(source: string): DocumentNode | null {
  try {
    return parse(source, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function refuse(fault: string, details: Readonly<Record<string, number>>): never {
  throw new PublicError('OPERATION_TOO_COMPLEX', `The query ${fault}.`, { details });
}
