import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runYiwang } from './support/run-yiwang.ts';

test.each<[what: string, words: string[], told: RegExp]>([
  ['a matter without a region', ['matter', 'start', 'YJS320000001'], /--region/],
  ['a form that is no JSON', ['matter', 'save', 'N', 'text.json'], /The form text\.json is not JSON/],
  ['a skipped step without a reason', ['matter', 'skip', 'N', 'name'], /--reason/],
  ['a retry of nothing', ['matter', 'retry', 'N'], /NUMBER STEP\. Or --all/],
  ['a retry of one step and of all', ['matter', 'retry', 'N', 'name', '--all'], /or --all/],
  ['a dry run of one step', ['matter', 'retry', 'N', 'name', '--dry-run'], /belong to --all/],
  ['another department', ['case', 'inbox', '--at', 'tax'], /permits, enterprises, land/],
  [
    'a filter that a department lacks',
    ['case', 'inbox', '--at', 'land', '--item', 'x'],
    /by item, but by states/,
  ],
  ['a list that takes no filter', ['case', 'list', '--at', 'enterprises', '--state', 'draft'], /by states\./],
  ['a step that a department lacks', ['case', 'withdraw', 'N', '--at', 'enterprises'], /no step withdraw/],
  [
    'what a step does not take elsewhere',
    ['case', 'decide', 'N', 'granted', '--at', 'land', '--permit-name', 'x'],
    /Cases of land do not take this: permit/,
  ],
  [
    'a department whose cases are not followed',
    ['case', 'follow', 'N', '--at', 'enterprises'],
    /case show N --at/,
  ],
])('%s is told in words, and ends with 2', async (_what, words, told) => {
  const cwd = await mkdtemp(join(tmpdir(), 'yiwang-words-'));
  onTestFinished(() => rm(cwd, { recursive: true }));
  await writeFile(join(cwd, 'text.json'), 'text');
  // Nothing listens there: nobody is asked.
  const env = { YIWANG_REGISTRY: 'http://127.0.0.1:9/graphql' };
  const { code, stdout, stderr } = await runYiwang(words, { cwd, env });
  expect(stderr).toMatch(told);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
