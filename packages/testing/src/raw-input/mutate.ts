import type { Random } from '../random-graph/index.ts';

/** Bytes that mean something to a reader of HTTP, JSON, GraphQL or Unicode, in the wrong place. */
const PIECES: readonly Buffer[] = [
  ...[
    '\r\n',
    '\n',
    '\r',
    '\0',
    ' ',
    '\t',
    ':',
    ';',
    ',',
    '"',
    "'",
    '\\',
    '/',
    '%',
    '%00',
    '%zz',
    '..',
    '{',
    '}',
    '[',
  ],
  ...[
    ']',
    '(',
    ')',
    '$',
    '@',
    '#',
    '...',
    'null',
    '-1',
    '1e999',
    '0x',
    '\u2028',
    '\ufeff',
    '𠮷',
    '名称',
    '__proto__',
  ],
  ...['constructor', '\\u0000', '\\ud800', '"""', '18446744073709551616', 'HTTP/1.1', 'A'.repeat(300)],
]
  .map((text) => Buffer.from(text))
  .concat([Buffer.of(0xff), Buffer.of(0xc0, 0x80), Buffer.of(0xed, 0xa0, 0x80)]);

/** Changes bytes in up to `most` places: puts something in, takes something out, repeats, or flips a bit. */
export function mutate(random: Random, bytes: Buffer, most = 4): Buffer {
  let changed = bytes;
  for (let left = random.below(most + 1); left > 0; left--) changed = mutateOnce(random, changed);
  return changed;
}

function mutateOnce(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const length = Math.min(bytes.length - at, 1 + random.below(random.chance(0.8) ? 8 : 400));
  const [before, middle, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  switch (random.below(5)) {
    case 0:
      return Buffer.concat([before, random.pick(PIECES), middle, after]);
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, ...Array.from({ length: 1 + random.below(20) }, () => middle), after]);
    case 3:
      return Buffer.concat([before, random.pick(PIECES), after]);
    default: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at]! ^= 1 << random.below(8);
      return flipped;
    }
  }
}
