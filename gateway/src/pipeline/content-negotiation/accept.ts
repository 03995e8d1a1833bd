/** One media range of an accept header. */
export interface AcceptedRange {
  /** In lower case, without parameters; may hold `*`. */
  type: string;
  /** All but the weight; names in lower case, values without quotes. */
  parameters: ReadonlyMap<string, string>;
  /** From 0 to 1. */
  weight: number;
}

const TYPE = /^(?:\*\/\*|[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)$/;

/**
 * Returns the media ranges of an accept header in their order. Malformed ranges are skipped: browsers and old HTTP libraries send
 * a bare `*` and more. Linear in the length of the header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.accept
 */
export function readAccept(accept: string): AcceptedRange[] {
  return split(accept, ',').flatMap((range) => {
    const [type = '', ...rest] = split(range, ';').map((part) => part.trim());
    if (!TYPE.test(type)) return [];
    const parameters = new Map(rest.filter((part) => part !== '').map(readParameter));
    const weight = weightOf(parameters.get('q'));
    parameters.delete('q');
    return [{ type: type.toLowerCase(), parameters, weight }];
  });
}

function readParameter(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 0) return [text.toLowerCase(), ''];
  const value = text.slice(at + 1).trim();
  const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return [text.slice(0, at).trim().toLowerCase(), isQuoted ? value.slice(1, -1) : value];
}

/** Returns the weight; 1 when it is missing or no number. */
function weightOf(text: string | undefined): number {
  const weight = text === undefined || text === '' ? 1 : Number(text);
  return Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1) : 1;
}

/** Splits the text at each separator outside of quotes. */
function split(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '\\' && isQuoted) i++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
