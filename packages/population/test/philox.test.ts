import { expect, test } from 'vitest';
import { philox2x32 } from '../src/philox.ts';

// The known answers that the authors publish with Random123 for philox2x32, 10 rounds.
test.each([
  [0x00000000, 0x00000000, 0x00000000, 0xff1dae59, 0x6cd10df2],
  [0xffffffff, 0xffffffff, 0xffffffff, 0x2c3f628b, 0xab4fd7ad],
  [0x243f6a88, 0x85a308d3, 0x13198a2e, 0xdd7ce038, 0xf62a4c12],
])(
  'counters %i and %i under the key %i give the published words',
  (counter0, counter1, key, word0, word1) => {
    const out = new Uint32Array(2);
    philox2x32(counter0, counter1, key, out);
    expect([...out]).toEqual([word0, word1]);
  },
);
