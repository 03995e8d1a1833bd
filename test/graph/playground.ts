import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Served } from '../clients/served.ts';

const FOLDER = join(import.meta.dirname, '../../packages/launcher/playground');

/** The tabs that the playground opens with. */
export function testPlayground(served: () => Served): void {
  test('every tab of the playground is answered without an error', async () => {
    const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.graphql'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const query = await readFile(join(FOLDER, file), 'utf8');
      const variables = await readFile(join(FOLDER, `${basename(file, '.graphql')}.json`), 'utf8').catch(
        () => '{}',
      );
      const { errors } = await served().ask(query, JSON.parse(variables) as object);
      expect({ file, errors }).toEqual({ file, errors: undefined });
    }
  });
}
