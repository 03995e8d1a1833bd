import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync(new URL('../app/design/tokens.css', import.meta.url), 'utf8');

/** The colours of a theme, by their names. */
function coloursOf(selector: string): Map<string, string> {
  const block = CSS.slice(CSS.indexOf(`${selector} {`)).split('}')[0]!;
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

const LIGHT = coloursOf(':root');
const DARK = coloursOf(":root[data-theme='dark']");

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Text on what it may stand on. */
const TEXT: readonly [text: string, ground: string][] = [
  ...['page', 'surface', 'sunken', 'brand-soft', 'good-soft', 'warn-soft', 'bad-soft'].map(
    (ground): [string, string] => ['ink', ground],
  ),
  ...['page', 'surface', 'sunken', 'brand-soft'].map((ground): [string, string] => ['ink-soft', ground]),
  ...['page', 'surface', 'sunken', 'brand-soft'].map((ground): [string, string] => ['brand', ground]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['bad', 'surface'],
  ['seal', 'surface'],
];
/** Lines of controls and focus on what is behind them. */
const SHAPES: readonly [shape: string, ground: string][] = [
  ['line-strong', 'surface'],
  ['line-strong', 'page'],
  ['focus', 'page'],
  ['focus', 'surface'],
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('in the %s theme', (_, colours) => {
  test.each(TEXT)('%s can be read on %s (1.4.3)', (text, ground) => {
    expect(contrast(colours.get(text)!, colours.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES)('%s can be told from %s (1.4.11)', (shape, ground) => {
    expect(contrast(colours.get(shape)!, colours.get(ground)!)).toBeGreaterThanOrEqual(3);
  });
});

test('the theme of the system has the colours of the dark theme', () => {
  expect(coloursOf(":root[data-theme='auto']")).toEqual(DARK);
});
