import { readFile } from 'node:fs/promises';
import type { DataFolder } from './data-folder.ts';
import type { Terminal } from './terminal.ts';
import { writeAtomically } from './write-atomically.ts';

const DEFAULT_SCALE = 1;

/**
 * The scale of this data folder, 0 when nothing is made up: the one its first start was given. It is written down before
 * anything is seeded, so that a first start that was killed half-way goes on with the same one.
 *
 * @param asked null when the person named none
 */
export async function settleScale(
  data: DataFolder,
  asked: number | null,
  terminal: Terminal,
): Promise<number> {
  const text = await readFile(data.scale, 'utf8').catch(() => '');
  const recorded = Number(text);
  if (!text.trim() || !(recorded >= 0)) {
    const scale = asked ?? DEFAULT_SCALE;
    await writeAtomically(data.scale, `${scale}\n`);
    return scale;
  }
  if (asked !== null && asked !== recorded) {
    const wanted = asked === 0 ? '--empty' : `--scale ${asked}`;
    terminal.say(
      recorded === 0
        ? `This system was started empty and stays so; --reset ${wanted} makes it anew.`
        : `The data here was made at scale ${recorded} and stays so; --reset ${wanted} makes it anew.`,
    );
  }
  return recorded;
}
