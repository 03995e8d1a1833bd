/** The bytes do not match. */
export const NOWHERE = -1;

/** Matches bytes from a position on; returns the position after the match, or {@link NOWHERE}. */
type Scan = (bytes: Uint8Array, from: number) => number;

export interface Scans {
  text(bytes: Uint8Array, from: number, text: Uint8Array): number;
  oneOf(bytes: Uint8Array, from: number, names: ReadonlySet<string>): number;
  null: Scan;
  String: Scan;
  ID: Scan;
  Int: Scan;
  Float: Scan;
  Boolean: Scan;
  /** A custom scalar that is a string or a number; other values have to be parsed. */
  scalar: Scan;
}

const [QUOTE, BACKSLASH, MINUS, ZERO, NINE, POINT, SMALL_E, LARGE_E, SPACE] = Buffer.from(
  '"\\-09.eE ',
) as unknown as [number, number, number, number, number, number, number, number, number];
const latin1 = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
const NULL = Buffer.from('null');
const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');

/** Longer integers may not fit into 32 bits. */
const SURE_DIGITS = 9;

function text(bytes: Uint8Array, from: number, wanted: Uint8Array): number {
  for (let i = 0; i < wanted.length; i++) if (bytes[from + i] !== wanted[i]) return NOWHERE;
  return from + wanted.length;
}

/** Matches a string without escapes, as most are. Whether the bytes are UTF-8 is checked for the whole answer. */
function string(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== QUOTE) return NOWHERE;
  for (let i = from + 1; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) return i + 1;
    if (byte < SPACE || byte === BACKSLASH) return NOWHERE;
  }
  return NOWHERE;
}

function digits(bytes: Uint8Array, from: number): number {
  let i = from;
  while (bytes[i]! >= ZERO && bytes[i]! <= NINE) i++;
  // JSON allows no leading zeros.
  return i === from || (bytes[from] === ZERO && i > from + 1) ? NOWHERE : i;
}

function integer(bytes: Uint8Array, from: number): number {
  const first = bytes[from] === MINUS ? from + 1 : from;
  const end = digits(bytes, first);
  if (end === NOWHERE || end - first > SURE_DIGITS || continues(bytes[end])) return NOWHERE;
  // -0 is written as 0.
  return first > from && bytes[first] === ZERO ? NOWHERE : end;
}

function continues(byte: number | undefined): boolean {
  return byte === POINT || byte === SMALL_E || byte === LARGE_E;
}

/**
 * Matches a plain decimal fraction. Numbers with an exponent, or with more digits than a double has, would be
 * written differently.
 */
function float(bytes: Uint8Array, from: number): number {
  const first = bytes[from] === MINUS ? from + 1 : from;
  const whole = digits(bytes, first);
  if (whole === NOWHERE || bytes[whole] !== POINT) return integer(bytes, from);
  let end = whole + 1;
  while (bytes[end]! >= ZERO && bytes[end]! <= NINE) end++;
  const isShortest = bytes[end - 1] !== ZERO && end > whole + 1 && end - first <= 16;
  const isTiny = bytes[first] === ZERO && bytes[whole + 1] === ZERO;
  return isShortest && !isTiny && !continues(bytes[end]) ? end : NOWHERE;
}

function boolean(bytes: Uint8Array, from: number): number {
  const end = text(bytes, from, TRUE);
  return end === NOWHERE ? text(bytes, from, FALSE) : end;
}

function oneOf(bytes: Uint8Array, from: number, names: ReadonlySet<string>): number {
  const end = string(bytes, from);
  if (end === NOWHERE) return NOWHERE;
  return names.has(latin1(bytes, from + 1, end - 1)) ? end : NOWHERE;
}

export const SCANS: Scans = {
  text,
  oneOf,
  null: (bytes, from) => text(bytes, from, NULL),
  String: string,
  ID: string,
  Int: integer,
  Float: float,
  Boolean: boolean,
  scalar: (bytes, from) => (bytes[from] === QUOTE ? string(bytes, from) : float(bytes, from)),
};
