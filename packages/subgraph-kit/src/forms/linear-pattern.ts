import { RE2JS } from 're2js';

/** What ajv needs of a regular expression. It keeps them by their text. */
interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

const MAX_PATTERN_CHARACTERS = 200;
/** Instructions of its program, each of which may be looked at for each character of a text. */
const MAX_PATTERN_SIZE = 300;

/**
 * Compiles a `pattern` with RE2, whose time is linear in the text whatever the pattern: it has no look-around and no
 * back-references, and bounds repetitions. The pattern must be one of JavaScript as well, as browsers check the same form.
 *
 * @throws Error saying why not
 */
export function compilePattern(source: string): Pattern {
  if (source.length > MAX_PATTERN_CHARACTERS) {
    throw new Error(`a pattern may have at most ${MAX_PATTERN_CHARACTERS} characters`);
  }
  new RegExp(source, 'u');
  const pattern = RE2JS.compile(RE2JS.translateRegExp(source));
  if (pattern.programSize() > MAX_PATTERN_SIZE) {
    throw new Error('its repetitions are too large: use minLength and maxLength for the length of a text');
  }
  return { test: (text) => pattern.test(text), toString: () => `/${source}/` };
}

/** For ajv, which writes `code` into the code that it generates for itself alone. */
export const linearPatterns = Object.assign((source: string) => compilePattern(source), {
  code: 'linearPatterns',
});
