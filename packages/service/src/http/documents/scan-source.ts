import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

export interface SourceSize {
  tokens: number;
  /** Deepest nesting of brackets of any kind. */
  brackets: number;
}

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Counts without parsing, and stops as soon as a limit is passed: the numbers are exact only while
 * they are within the limits. Text that is no GraphQL is counted up to where it stops being so.
 */
export function scanSource(text: string, limits: { maxTokens: number; maxBrackets: number }): SourceSize {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let open = 0;
  let brackets = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens++;
      if (OPENING.has(token.kind)) open++;
      if (CLOSING.has(token.kind)) open--;
      brackets = Math.max(brackets, open);
      if (tokens > limits.maxTokens || brackets > limits.maxBrackets) break;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return { tokens, brackets };
}
