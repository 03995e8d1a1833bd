import fc from 'fast-check';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { loadMessages } from '../app/language/catalogs.ts';
import { En, useZhLang, Zh } from '../app/language/lang.tsx';
import type { Language } from '../app/language/languages.ts';
import { TextsProvider } from '../app/language/text.tsx';

beforeAll(() => Promise.all([loadMessages('zh'), loadMessages('en')]));

const mixed = fc.string({
  unit: fc.constantFrom(...'食品经营许可證〇々《》（）“”。，：·— 、abcÉ 019,.()\n'),
  maxLength: 40,
});

function markup(language: Language, content: ReactNode): string {
  return renderToStaticMarkup(createElement(TextsProvider, { language, children: content }));
}

const zh = (...children: ReactNode[]) => createElement(Zh, null, ...children);

test('on an English page a text stays as it is, all that is Chinese of it is marked, and nothing in Latin letters beside it', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      const marked = markup('en', zh(text));
      expect(marked.replace(/<[^>]+>/g, '')).toBe(text);
      const rest = marked.replace(/<span lang="zh-CN">[^<]*<\/span>/g, '');
      expect(rest).not.toMatch(/\p{Script=Han}/u);
      for (const [, chinese] of marked.matchAll(/<span lang="zh-CN">([^<]*)<\/span>/g)) {
        expect(chinese).not.toMatch(/^\s*[a-zé]|[a-zé]\s*$|[a-zé] | [a-zé]/i);
      }
      expect(markup('zh', zh(text))).toBe(text);
    }),
  );
});

test.each([
  ['食品经营许可', '<span lang="zh-CN">食品经营许可</span>'],
  ['Food business', 'Food business'],
  [
    'Apply for “食品经营许可（2024）” in 苏州市, please',
    '<span>Apply for <span lang="zh-CN">“食品经营许可（2024）”</span> in <span lang="zh-CN">苏州市</span>, please</span>',
  ],
  ['办理APEC商务旅行卡 3 份', '<span lang="zh-CN">办理APEC商务旅行卡 3 份</span>'],
])('%s is marked as one would read it', (text, expected) => {
  expect(markup('en', zh(text))).toBe(expected);
});

test('a long row of marks, which somebody may type, takes no longer than its length', () => {
  const row = '（'.repeat(100_000);
  expect(markup('en', zh(row))).toBe(row);
});

test('texts among elements are marked, and elements are left alone', () => {
  const link = createElement('a', { key: 'a', href: '#' }, '许可');
  expect(markup('en', zh(link, ' · 苏州市', null, 7))).toBe(
    '<a href="#">许可</a><span> · <span lang="zh-CN">苏州市</span></span>7',
  );
});

test('a text that is English on both pages is marked on the Chinese one, with what is Chinese in it', () => {
  const text = createElement(En, null, 'Code of the register 统一社会信用代码.');
  const inside = '<span>Code of the register <span lang="zh-CN">统一社会信用代码</span>.</span>';
  expect(markup('zh', text)).toBe(`<span lang="en-CA">${inside}</span>`);
  expect(markup('en', text)).toBe(inside);
});

test('an element that cannot hold marks has the language of most of its letters', () => {
  function Option({ text }: { text: string | null }) {
    return createElement('option', { lang: useZhLang()(text) }, text);
  }
  const shown = (language: Language, text: string | null) =>
    markup(language, createElement(Option, { text }));
  expect(shown('en', '苏州市')).toBe('<option lang="zh-CN">苏州市</option>');
  expect(shown('en', 'All of 江苏')).toBe('<option>All of 江苏</option>');
  expect(shown('en', '2024')).toBe('<option>2024</option>');
  expect(shown('en', null)).toBe('<option></option>');
  expect(shown('zh', '苏州市')).toBe('<option>苏州市</option>');
});
