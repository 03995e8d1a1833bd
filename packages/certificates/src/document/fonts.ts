import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** Noto Sans Hans (SIL Open Font License): all characters of GB 18030-2000, with rare ones in names. */
const FOLDER = new URL('../fonts/', import.meta.resolve('@embedpdf/fonts-sc'));
const FILES = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;

export type FontWeight = keyof typeof FILES;

const files = new Map<FontWeight, Buffer>();

/** The file of a font, read once: 8 MB. */
export function fontFile(weight: FontWeight): Buffer {
  const file = files.get(weight) ?? readFileSync(fileURLToPath(new URL(FILES[weight], FOLDER)));
  files.set(weight, file);
  return file;
}

let parsed: Font | null = null;

/** Stands for a character that the fonts do not have, as printers have it. */
export const GETA = '〓';

/** A text in which {@link GETA} takes the place of each character that the fonts do not have. */
export function printable(text: string): string {
  parsed ??= create(fontFile('regular')) as Font;
  const font = parsed;
  return [...text].map((one) => (font.hasGlyphForCodePoint(one.codePointAt(0)!) ? one : GETA)).join('');
}
