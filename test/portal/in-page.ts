import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../support/compose-file.ts';

const FOLDER = join(ROOT, 'packages/portal/test/in-page');

/**
 * Calls a function in the page, and gives what it returns. It stands with the portal's own code, which is checked against the types of
 * browsers: those of Node, against which tests are checked, are others.
 *
 * @param name of the file, which has one function and needs no other file
 */
export function inPage<Result>(page: Page, name: string): Promise<Result> {
  const source = stripTypeScriptTypes(readFileSync(join(FOLDER, `${name}.ts`), 'utf8'));
  const called = /^export function (\w+)/m.exec(source)![1]!;
  return page.evaluate(`(() => { ${source.replace(/^export /m, '')}\nreturn ${called}(); })()`);
}
