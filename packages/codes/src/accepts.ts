import { CodeError } from './code-error.ts';

/** Turns a parser into a predicate. Only a {@link CodeError} means false; any other error is a bug and passes through. */
export function accepts(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    if (error instanceof CodeError) return false;
    throw error;
  }
}
