import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Which regions a list holds: provinces, cities and counties; towns; villages. */
export type RegionList = 'regions' | 'towns' | 'villages';

/**
 * The lines of a list as published, `code,name`, in its order and without the header: 2,979 + 342 + 31 regions, 41,352 towns, 620,573
 * villages. No name holds a comma or a quote. Source: packages/codes/data/README.md.
 *
 * Read from the disk on each call: take what is needed and let the rest go.
 */
export function readRegionList(list: RegionList): string[] {
  const text =
    list === 'regions' ? readData('regions.csv') : brotliDecompressSync(readData(`${list}.csv.br`));
  const [, ...lines] = text.toString('utf8').trimEnd().split('\n');
  return lines;
}

/** The code and the name on a line of a list. */
export function parseRegionLine(line: string): { code: string; name: string } {
  const comma = line.indexOf(',');
  return { code: line.slice(0, comma), name: line.slice(comma + 1) };
}

function readData(file: string): Buffer {
  return readFileSync(new URL(`../data/${file}`, import.meta.url));
}
