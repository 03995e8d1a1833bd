import { CodeError, type CodeErrorReason } from '../src/index.ts';

/** The reason for which a parser refuses the text; null when it accepts. Any error but a CodeError passes through. */
export function reasonOf(parse: (text: string) => unknown, text: string): CodeErrorReason | null {
  try {
    parse(text);
    return null;
  } catch (error) {
    if (error instanceof CodeError) return error.reason;
    throw error;
  }
}
