const MAX_CHARACTERS = 150;
const MAX_EXTENSION = 10;
const FALLBACK = 'material';

/**
 * Returns the name of a file without a path, control characters and marks that change the direction of text, and of bounded
 * length. It stays a text of the client, such as `<script>.pdf`: it names nothing in the storage.
 *
 * @example cleanFileName('..\\证照\u202Efdp.exe') // '证照fdp.exe'
 */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return shorten(plain) || FALLBACK;
}

/** Keeps the extension. */
function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_CHARACTERS) return name;
  const dot = characters.lastIndexOf('.');
  const extension = dot > 0 && characters.length - dot <= MAX_EXTENSION ? characters.slice(dot) : [];
  return [...characters.slice(0, MAX_CHARACTERS - extension.length), ...extension].join('');
}
