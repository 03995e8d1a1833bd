import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from '../app/pages/catalogue/search/highlight.ts';
import { type Candidate, rank } from '../app/pages/catalogue/search/rank.ts';
import { initialsOf, whatItIs, wordsOf } from '../app/pages/catalogue/search/what-it-is.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

test('a code or a number is told from words, however it was typed', () => {
  expect(whatItIs(' ９１３２０７００７０４０４７８６ｘｂ')).toEqual({
    kind: 'uscc',
    code: '9132070070404786XB',
  });
  expect(whatItIs('91320700 70404786XA').kind).toBe('wrongUscc');
  expect(whatItIs('32058320260301-000017')).toEqual({ kind: 'case', number: '32058320260301-000017' });
  expect(whatItIs('32058320251119-s01015').kind).toBe('case');
  expect(whatItIs('L32058320260301-000017')).toEqual({
    kind: 'application',
    number: 'L32058320260301-000017',
  });
  expect(whatItIs('11320000YW0000311U2320131004001').kind).toBe('item');
  expect(whatItIs('食品经营').kind).toBe('words');
  expect(whatItIs('').kind).toBe('words');
});

test('whatever is typed, departments get at most 100 characters and 10 words, well formed', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const { text, words } = wordsOf(typed);
      expect(text.length).toBeLessThanOrEqual(100);
      expect(words.length).toBeLessThanOrEqual(10);
      expect(words.join(' ')).toBe(text);
      expect(text.isWellFormed()).toBe(true);
      expect(whatItIs(typed).kind).toBeTypeOf('string');
    }),
  );
});

test('a long text is shortened, and it is said', () => {
  expect(wordsOf('a'.repeat(10_000))).toMatchObject({ text: 'a'.repeat(100), isShortened: true });
  expect(wordsOf('一 二 三 四 五 六 七 八 九 十 十一').isShortened).toBe(true);
  expect(wordsOf(' 食品　经营 ')).toEqual({ text: '食品 经营', words: ['食品', '经营'], isShortened: false });
});

test('the pieces of a highlighted text are the text, and only what was sought is a hit', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 5 }), (text, words) => {
      const pieces = highlight(text, words);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const [i, { isHit }] of pieces.entries()) expect(isHit).not.toBe(pieces[i + 1]?.isHit);
    }),
  );
  expect(highlight('ＡＢＣ食品有限公司', ['abc', '食品'])).toEqual([
    { text: 'ＡＢＣ食品', isHit: true },
    { text: '有限公司', isHit: false },
  ]);
  expect(highlight('<b>x</b>', ['<b>'])[0]).toEqual({ text: '<b>', isHit: true });
});

test('suggestions that are what was typed come first, then those that begin with it, each once', () => {
  const item = (text: string, path: string): Candidate => ({ kind: 'item', text, path });
  const ranked = rank(
    [
      item('预包装食品备案', '/1'),
      item('食品经营许可（新办）', '/2'),
      item('食品经营许可（新办）', '/3'),
      { kind: 'enterprise', text: '食品', path: '/4' },
      { kind: 'matter', text: '企业开办', other: 'Opening an enterprise', path: '/5' },
    ],
    '食品',
    8,
  );
  expect(ranked.map(({ path }) => path)).toEqual(['/4', '/2', '/1']);
  expect(rank([{ kind: 'matter', text: '企业开办', other: 'Opening', path: '/5' }], 'open', 8)).toHaveLength(
    1,
  );
  expect(rank([item('食品', '/1')], '   ', 8)).toEqual([]);
});

test('names whose pinyin initials begin with what was typed come behind those that hold it', () => {
  const found = (text: string, initials?: string): Candidate => ({
    kind: 'enterprise',
    text,
    path: `/${text}`,
    initials: initials ?? null,
  });
  const ranked = rank([found('常州晓岚食品有限公司', 'cz'), found('CZ贸易'), found('重庆CZ')], 'cz', 8);
  expect(ranked.map(({ text }) => text)).toEqual(['CZ贸易', '重庆CZ', '常州晓岚食品有限公司']);
  expect(rank([found('常州晓岚食品有限公司')], 'cz', 8)).toEqual([]);
});

test('two letters or more may be initials; words, numbers and codes are none', () => {
  expect(initialsOf('CZxl')).toBe('czxl');
  for (const text of ['c', '常州', '2024', 'open shop', 'a'.repeat(21)]) expect(initialsOf(text)).toBeNull();
});
