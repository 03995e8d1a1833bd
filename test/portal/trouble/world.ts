import { createHash } from 'node:crypto';
import { findLocalSystem } from '@yiwang/cli/local-system';
import type { Browser, Cookie } from 'playwright-core';
import { openDatabase } from '../../checker/system/open-database.ts';
import type { NpmStart } from '../../support/npm-start.ts';
import { openVisitor, signIn, type Visitor } from '../visitor.ts';

/** The running system, for tests of what goes wrong around the portal. */
export interface World {
  /** Address of the portal. */
  portal: string;
  system: Pick<NpmStart, 'data' | 'port' | 'ask'>;
  browser: Browser;
  /** What the browser of somebody holds who has signed in before. */
  cookiesOf(person: string): Promise<Cookie[]>;
  /** Code of a service item with a form and materials. */
  item: string;
}

/** Has one enterprise, and is nobody that other tests need to stay signed in. */
export const APPLICANT = '沈若溪';

/** Somebody in a browser of their own, with an empty page, who has signed in before: their session is that of other tests as well. */
export async function openSignedIn(
  { browser, cookiesOf }: World,
  person: string,
  options: Parameters<typeof openVisitor>[1] = {},
): Promise<Visitor> {
  const visitor = await openVisitor(browser, options);
  await visitor.context.addCookies(await cookiesOf(person));
  return visitor;
}

/** Somebody who signs in now, and whose session the test may end. */
export async function openSigningIn(
  { browser, portal }: World,
  person: string,
  options: Parameters<typeof openVisitor>[1] = {},
): Promise<Visitor> {
  const visitor = await openVisitor(browser, options);
  await signIn(visitor, portal, person);
  return visitor;
}

/** Ends the session of a browser, as time does: the browser is told nothing. */
export async function endSession({ system }: World, { context }: Visitor): Promise<void> {
  const cookies = await context.cookies();
  const cookie = cookies.find(({ name }) => name === 'yiwang-session')!.value;
  const id = createHash('sha256').update(cookie).digest('base64url');
  const sql = await openDatabase(findLocalSystem(system.data)!, 'portal');
  try {
    const { count } = await sql`delete from sessions where id = ${id}`;
    if (count !== 1) throw new Error('The browser had no session.');
  } finally {
    await sql.end();
  }
}

/** Signs in where the page leads to, whether or not the provider still knows the person. */
export async function chooseAgain(page: Visitor['page'], person: string): Promise<void> {
  const choice = page.getByRole('button', { name: new RegExp(person) });
  if (new URL(page.url()).pathname.startsWith('/interaction') || (await choice.count())) await choice.click();
}
