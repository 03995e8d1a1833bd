import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXTS = '**/*.{js,css,svg,json}';
/** Smaller files fit into one packet as they are. */
const MIN_BYTES = 1024;

const FOLDER = join(import.meta.dirname, '../dist/client/assets');

// Part of the build: writes each text once more with .br and .gz, which the server sends to browsers that read them.
for await (const name of glob(TEXTS, { cwd: FOLDER })) {
  const file = join(FOLDER, name);
  const bytes = await readFile(file);
  if (bytes.length < MIN_BYTES) continue;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
