import { brotliCompressSync } from 'node:zlib';
import { findLocalSystem } from '@yiwang/cli/local-system';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProcesses } from './checker/system/find-processes.ts';
import { suspendAndResume } from './portal/desk.ts';
import { applyForGrants, withdrawAndRevise } from './portal/grants.ts';
import * as tasks from './portal/keyboard-tasks.ts';
import { beginMatter, mistypeIndustry, prefillAndCorrect } from './portal/matter.ts';
import { keepPicture, overflowOf } from './portal/findings.ts';
import { type Look, lookAtScreen } from './portal/look-at-screen.ts';
import { openDataResource } from './portal/search.ts';
import {
  CITIZEN,
  DATA_USER,
  EXPIRED,
  LAND_OFFICIAL,
  OFFICIAL,
  type Screen,
  SCREENS,
} from './portal/screens.ts';
import { hasBrowser, openBrowser, openVisitor, signIn, type Visitor } from './portal/visitor.ts';
import { badInputTests } from './portal/trouble/bad-input.ts';
import { departmentTests } from './portal/trouble/departments.ts';
import { goingBackTests } from './portal/trouble/going-back.ts';
import { sessionTests } from './portal/trouble/sessions.ts';
import {
  prepareTrustedGateway,
  type TrustedGateway,
  trustedDocumentTests,
} from './portal/trouble/trusted-documents.ts';
import { twoTabsTests } from './portal/trouble/two-tabs.ts';
import { uploadTests } from './portal/trouble/uploads.ts';
import { walkTests } from './portal/trouble/walks.ts';
import type { World } from './portal/trouble/world.ts';
import { type NpmStart, prepareNpmStart } from './support/npm-start.ts';

/** Compressed script that a page of reading may send. */
const MAX_SCRIPT_BYTES = 100_000;
/** Who may act for an enterprise is named by the account of the local provider. */
const AGENT = 'person-020';

describe.skipIf(!hasBrowser)('the portal in Chromium', () => {
  let system: NpmStart;
  let gateway: TrustedGateway;
  let portal: string;
  let browser: Browser;
  let found: Readonly<Record<string, string>>;
  const visitors = new Map<string | null, Promise<Visitor>>();
  const largeVisitors = new Map<string | null, Promise<Visitor>>();
  const looks = new Map<Screen, Promise<Look>>();
  /** Compressed size of each script, by its address. */
  const scriptBytes = new Map<string, Promise<number>>();

  /** One browser for each person, signed in once. */
  function visitorOf(person: string | null): Promise<Visitor> {
    return kept(visitors, person, async () => {
      // axe is put into pages, which their content security policy forbids; the policy is checked without it below.
      const visitor = await openVisitor(browser, { bypassCSP: true });
      if (person === EXPIRED)
        await visitor.context.addCookies([{ name: 'yiwang-session-expired', value: '1', url: portal }]);
      else if (person !== null) await signIn(visitor, portal, person);
      return visitor;
    });
  }

  /** The same person in a browser with the mode for elderly people switched on. */
  function largeVisitorOf(person: string | null): Promise<Visitor> {
    return kept(largeVisitors, person, async () => {
      const cookies = await (await visitorOf(person)).context.cookies();
      const visitor = await openVisitor(browser, { bypassCSP: true });
      await visitor.context.addCookies([...cookies, { name: 'size', value: 'large', url: portal }]);
      return visitor;
    });
  }

  /** A browser without scripts, in which nobody has signed in. */
  let plain: Promise<Visitor> | undefined;
  const plainVisitor = () => (plain ??= openVisitor(browser, { javaScriptEnabled: false }));

  /** What was found on a screen. The next one is looked at meanwhile: a page waits for the server, and the server for a page. */
  function lookOf(screen: Screen): Promise<Look> {
    const look = (one: Screen) =>
      kept(looks, one, async () => {
        const [visitor, large] = [await visitorOf(one.person), await largeVisitorOf(one.person)];
        const addressIn = (language: string) => addressOf(one, language);
        const found = await lookAtScreen(one, visitor.context, large.context, addressIn);
        // A test that is run again looks again.
        if (found.plain.length + found.modes.length > 0) looks.delete(one);
        return found;
      });
    const next = SCREENS[SCREENS.indexOf(screen) + 1];
    const own = look(screen);
    // Its own test says what went wrong with it.
    if (next) look(next).catch(() => undefined);
    return own;
  }

  const addressOf = ({ path }: Screen, language: string) =>
    `${portal}/${language}${path.replace(/\{(\w+)\}/g, (_, name: string) => found[name]!)}`;

  const bytesOf = (script: string) =>
    kept(scriptBytes, script, async () => {
      const response = await fetch(script);
      return brotliCompressSync(await response.bytes()).length;
    });

  beforeAll(async () => {
    gateway = await prepareTrustedGateway();
    system = await prepareNpmStart(gateway.settings, { hasPortal: true });
    await system.start();
    portal = system.portal!;
    browser = await openBrowser();
    found = await findCodes();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await system[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
  });

  /** Codes of what the data has, as people find them: by links. */
  async function findCodes(): Promise<Record<string, string>> {
    const { data } = await system.ask(
      `{ enterprises(first: 1) { edges { node { uscc } } }
         serviceItems(filter: { region: "32", name: "食品经营" }, first: 20) { edges { node { code version { version } } } } }`,
    );
    const items = data.serviceItems.edges.map(
      ({ node }: { node: { code: string; version: unknown } }) => node,
    );
    const uscc = data.enterprises.edges[0].node.uscc as string;
    const item = items.find(({ version }: { version: unknown }) => version)!.code as string;
    const citizen = await visitorOf(CITIZEN);
    await citizen.page.goto(`${portal}/zh/my`);
    const linkTo = (visitor: Visitor, part: string) =>
      visitor.page.locator(`a[href*="${part}"]`).first().getAttribute('href');
    const [caseAddress, ownAddress] = [
      await linkTo(citizen, '/cases/'),
      await linkTo(citizen, '/enterprises/'),
    ];
    const official = await visitorOf(OFFICIAL);
    await official.page.goto(`${portal}/zh/desk`);
    const last = (address: string | null) => address?.split(/[?#]/)[0]!.split('/').at(-1) ?? '';
    return {
      uscc,
      item,
      application: await beginMatter(portal, citizen),
      case: last(caseAddress),
      own: last(ownAddress),
      inbox: last(await linkTo(official, '/desk/permits/')),
    };
  }

  describe.each(SCREENS)('$name', (screen) => {
    test('axe finds nothing, nothing is wider than the window, all Chinese is marked, and the browser complains of nothing', async () => {
      expect((await lookOf(screen)).plain).toEqual([]);
    });

    test('it can be read at 200 %, with wide spacing, with forced colours, without motion, and in the mode for elderly people', async () => {
      expect((await lookOf(screen)).modes).toEqual([]);
    });

    test.runIf(screen.isReading)(
      'it says the same with JavaScript off, and sends little script',
      async () => {
        const { text, scripts } = await lookOf(screen);
        const bytes = await Promise.all([...new Set(scripts)].map(bytesOf));
        expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);

        const plain = await plainVisitor();
        await plain.page.goto(addressOf(screen, 'zh'), { waitUntil: 'load' });
        const without = await plain.page.locator('main').innerText();
        expect(without.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
        // The policy holds in this browser.
        expect(plain.complaints().filter((line) => line.includes('Content Security Policy'))).toEqual([]);
      },
    );
  });

  test('who chooses large text, a dark page and another region sees them everywhere, without scripts', async () => {
    await using visitor = await openVisitor(browser, { javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto(`${portal}/zh/items`);
    await page.getByRole('button', { name: '大字版' }).click();
    await page.waitForURL(`${portal}/zh/items`);
    await page.getByRole('button', { name: '深色' }).click();
    await page.goto(`${portal}/zh`);
    const html = page.locator('html');
    expect(await html.getAttribute('data-size')).toBe('large');
    expect(await html.getAttribute('data-theme')).toBe('dark');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await keepPicture(page, 'home-zh-large-dark');
  });

  test('a department that is stopped costs its own part of a page, which says so', async () => {
    const { page } = await visitorOf(null);
    const processes = await findProcesses(findLocalSystem(system.data)!);
    const { pid } = processes.find(({ name }) => name === 'tax')!;
    process.kill(pid, 'SIGSTOP');
    try {
      await page.goto(
        addressOf(
          SCREENS.find(({ name }) => name === 'enterprise')!,
          'zh',
        ),
      );
      await page.getByText('税务部门暂时没有应答').first().waitFor({ timeout: 30_000 });
      expect(await page.getByRole('heading', { name: '许可与证照' }).count()).toBe(1);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  test('one applies for grants from the page that lacks them, and a citizen reads why there is none for them', async () => {
    const [user, citizen] = [await visitorOf(DATA_USER), await visitorOf(CITIZEN)];
    await applyForGrants(portal, found['uscc']!, user, citizen);
    expect([...user.complaints(), ...citizen.complaints()]).toEqual([]);
  });

  test('an application for a grant is withdrawn, and another that was given back is revised and submitted again', async () => {
    const user = await visitorOf(DATA_USER);
    await withdrawAndRevise(portal, system.data, user);
    expect(user.complaints()).toEqual([]);
  });

  test('the form of a matter is filled in with origins, and a defect stands at the field that it is about', async () => {
    const [citizen, official] = [await visitorOf(CITIZEN), await visitorOf(LAND_OFFICIAL)];
    for (const { page } of [citizen, official]) await page.setViewportSize({ width: 1440, height: 900 });
    await prefillAndCorrect(portal, found['application']!, citizen, official);
    expect([...citizen.complaints(), ...official.complaints()]).toEqual([]);
  });

  test('a code that is written wrong is explained at its field in both languages, and taken once it is right', async () => {
    const citizen = await visitorOf(CITIZEN);
    await mistypeIndustry(portal, citizen);
    expect(citizen.complaints()).toEqual([]);
  });

  test('an official of land finds a case, stops its clock with a reason, and lets it go on', async () => {
    const official = await visitorOf(LAND_OFFICIAL);
    await suspendAndResume(portal, official);
    expect(official.complaints()).toEqual([]);
  });

  test('data that is searched for leads to its page of the reference', async () => {
    const reader = await visitorOf(null);
    await openDataResource(portal, reader);
    expect(reader.complaints()).toEqual([]);
  });

  test('six tasks are done by keyboard alone, and one sees at each stop where one is', async () => {
    const [reader, citizen, official] = [
      await openVisitor(browser),
      await visitorOf(CITIZEN),
      await visitorOf(OFFICIAL),
    ];
    const page = { width: 1440, height: 900 };
    for (const visitor of [citizen, official]) await visitor.page.setViewportSize(page);
    const { data } = await system.ask(`{ enterprise(uscc: "${found['uscc']}") { uscc name } }`);
    await tasks.findEnterprise(portal, reader, data.enterprise);
    await tasks.readGuide(portal, reader);
    const number = await tasks.apply(portal, found['item']!, citizen);
    await tasks.turnKeysOff(portal, official);
    await tasks.acceptCase(portal, official);
    await tasks.trackAndWithdraw(portal, number, citizen);
    await tasks.giveAndRevokeMandate(portal, AGENT, citizen);
    await reader[Symbol.asyncDispose]();
  }, 120_000);

  test('the language of the browser decides where the address names none', async () => {
    for (const [locale, path] of [
      ['zh-CN', '/zh'],
      ['en-CA', '/en'],
      ['fr-FR', '/zh'],
    ] as const) {
      const response = await fetch(portal, { redirect: 'manual', headers: { 'accept-language': locale } });
      expect(response.headers.get('location')).toBe(path);
    }
  });

  const world = (): World => ({
    portal,
    system,
    browser,
    item: found['item']!,
    cookiesOf: async (person) => (await visitorOf(person)).context.cookies(),
  });
  describe('sessions', () => sessionTests(world));
  describe('the button "back"', () => goingBackTests(world));
  describe('two tabs', () => twoTabsTests(world));
  describe('uploads', () => uploadTests(world));
  describe('longer ways', () => walkTests(world));
  describe('addresses and forms by hand', () => badInputTests(world));
  // The last two leave the system changed.
  describe('departments', () => departmentTests(world));
  describe('trusted documents', () => trustedDocumentTests(world, () => gateway.restrict()));
});

/** What was made for a key, made when it is asked for; again when it failed. */
function kept<Key, Value>(
  all: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  let one = all.get(key);
  if (!one) {
    one = make();
    all.set(key, one);
    one.catch(() => all.delete(key));
  }
  return one;
}
