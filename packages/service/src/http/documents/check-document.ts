import { PublicError } from '@yiwang/errors';
import { type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import { checkSubscriptions } from './check-subscriptions.ts';
import { countDirectives } from './count-directives.ts';
import { countRepeats } from './count-repeats.ts';
import type { DocumentLimits } from './document-limits.ts';
import { measureDocument } from './measure-document.ts';
import { scanSource } from './scan-source.ts';

/** Deeper brackets would overflow the parser's stack. Arguments and inline fragments nest beside fields. */
const MAX_BRACKETS = 200;
/** Longer chains would overflow the stack of validation rules that follow fragments. */
const MAX_FRAGMENT_CHAIN = 100;
/** Of selections with one name in one place, by validation: about a tenth of a second. */
const MAX_COMPARISONS = 20_000;

/**
 * Checks a document's size before it is validated. Each step is safe on what the step before let
 * through: scanning needs no stack, parsing needs no more than the brackets, measuring is linear, and the rest grows with
 * the fields that measuring let through.
 *
 * @returns the document; null when the text is not GraphQL, which passes
 * @throws PublicError OPERATION_TOO_COMPLEX naming the limit, or GRAPHQL_VALIDATION_FAILED for fragments in a circle and for
 * a condition on the root field of a subscription
 */
export function checkDocument(source: string, limits: DocumentLimits): DocumentNode | null {
  const { maxTokens, maxDepth, maxFields, maxAliases, maxRootFields, maxSameField } = limits;
  const { maxDirectives, maxOperations } = limits;
  const { tokens, brackets } = scanSource(source, { maxTokens, maxBrackets: MAX_BRACKETS });
  // Nothing is counted beyond the limit.
  if (tokens > maxTokens) refuse('tokens', tokens, maxTokens, `has more than ${maxTokens} tokens`, SPLIT);
  if (brackets > MAX_BRACKETS) {
    refuse('brackets', brackets, MAX_BRACKETS, `nests brackets deeper than ${MAX_BRACKETS}`, FLATTEN);
  }

  const document = parseOrNull(source);
  if (!document) return null;
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  atMost(maxOperations, 'operations', operations, `has ${operations} operations`, SPLIT);
  const { depth, fields, aliases, fragmentChain } = measureDocument(document);
  if (fragmentChain > MAX_FRAGMENT_CHAIN) {
    const fault = `spreads fragments in fragments ${fragmentChain} deep; the limit is ${MAX_FRAGMENT_CHAIN}`;
    refuse('fragmentChain', fragmentChain, MAX_FRAGMENT_CHAIN, fault, FLATTEN);
  }
  atMost(maxDepth, 'depth', depth, `nests fields ${depth} deep`, FLATTEN);
  atMost(maxFields, 'fields', fields, `asks for ${fields} fields`, SPLIT);
  atMost(maxAliases, 'aliases', aliases, `has ${aliases} aliases`, TOGETHER);
  const directives = countDirectives(document);
  atMost(maxDirectives, 'directives', directives, `has ${directives} directives`, SPLIT);
  const { rootFields, sameField, mostRepeated, comparisons } = countRepeats(document);
  atMost(maxRootFields, 'rootFields', rootFields, `has ${rootFields} root fields`, SPLIT);
  const repeated = `asks for the field ${mostRepeated} ${sameField} times in one place, under different names`;
  atMost(maxSameField, 'sameField', sameField, repeated, TOGETHER);
  const compared = `writes the same fields again and again, which makes ${comparisons} comparisons`;
  atMost(MAX_COMPARISONS, 'comparisons', comparisons, compared, MERGE);
  checkSubscriptions(document);
  return document;
}

const SPLIT = 'Ask for less at once, or split it into several operations.';
const FLATTEN = 'Begin a further operation at what lies deeper.';
const MERGE = 'Select each field once in each place.';
const TOGETHER = 'Ask for many things by one field that takes a list, or in several operations.';

function atMost(limit: number, what: string, count: number, fault: string, remedy: string): void {
  if (count > limit) refuse(what, count, limit, `${fault}; the limit is ${limit}`, remedy);
}

function refuse(what: string, count: number, limit: number, fault: string, remedy: string): never {
  throw new PublicError('OPERATION_TOO_COMPLEX', `The query ${fault}. ${remedy}`, {
    // An exponential bomb has more than JSON has a number for.
    details: { what, count: Number.isFinite(count) ? count : null, limit },
  });
}

function parseOrNull(source: string): DocumentNode | null {
  try {
    return parse(source, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
