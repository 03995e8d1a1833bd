import type { Page } from 'playwright-core';

/** A screen, who sees it, and how one gets there. */
export interface Screen {
  name: string;
  /** Name of a person of the local provider; null for who has not signed in, {@link EXPIRED} for whose session is over. */
  person: string | null;
  /** Without the language; `{…}` is filled in with what the test has found. */
  path: string;
  /** What is sent there, by a form of the home page; its address is opened when it is left out. */
  form?: Readonly<Record<string, string>>;
  /** Of the answer, where it is no page like others. */
  status?: number;
  /** Whether it is none of the pages, with no header and no footer. */
  isBare?: boolean;
  /** Whether it reads only, and so must work with JavaScript off and send little script. */
  isReading?: boolean;
}

export const CITIZEN = '林晓岚';
export const OFFICIAL = '高远';
/** Officials of other departments, and one who may apply for grants. */
export const LAND_OFFICIAL = '白川';
export const REGISTRAR = '何静';
export const DATA_USER = '方数';
/** Nobody of the provider: a browser whose session has ended. */
export const EXPIRED = 'expired';

/** Of an address: that of the home page in its language. */
const HOME = /^https?:\/\/[^/]+\/\w+/;

export const SCREENS: readonly Screen[] = [
  { name: 'home', person: null, path: '', isReading: true },
  { name: 'search', person: null, path: '/search?q=食品', isReading: true },
  { name: 'search-empty', person: null, path: '/search?q=没有这样的东西', isReading: true },
  { name: 'enterprise', person: null, path: '/enterprises/{uscc}', isReading: true },
  { name: 'own-enterprise', person: CITIZEN, path: '/enterprises/{own}' },
  { name: 'enterprise-denied', person: CITIZEN, path: '/enterprises/{uscc}' },
  {
    name: 'grants',
    person: DATA_USER,
    path: '/grants?fields=Taxpayer.creditGrades,CreditGrade.grade,Enterprise.parcels&enterprise={uscc}',
  },
  { name: 'regions', person: null, path: '/regions/3204', isReading: true },
  { name: 'items', person: null, path: '/items', isReading: true },
  { name: 'item', person: null, path: '/items/{item}', isReading: true },
  { name: 'matters', person: null, path: '/matters', isReading: true },
  { name: 'matter', person: null, path: '/matters/YJS320000001', isReading: true },
  { name: 'certificates', person: null, path: '/certificates', isReading: true },
  { name: 'accessibility', person: null, path: '/accessibility', isReading: true },
  { name: 'my', person: CITIZEN, path: '/my' },
  { name: 'mandates', person: CITIZEN, path: '/my/mandates' },
  { name: 'apply', person: CITIZEN, path: '/apply/{item}' },
  { name: 'apply-matter', person: CITIZEN, path: '/matters/YJS320000001/apply' },
  { name: 'application', person: CITIZEN, path: '/applications/{application}' },
  { name: 'application-form', person: CITIZEN, path: '/applications/{application}/form' },
  { name: 'case', person: CITIZEN, path: '/cases/{case}' },
  { name: 'desk', person: OFFICIAL, path: '/desk' },
  { name: 'desk-case', person: OFFICIAL, path: '/desk/permits/{inbox}' },
  { name: 'desk-land', person: LAND_OFFICIAL, path: '/desk' },
  { name: 'desk-enterprises', person: REGISTRAR, path: '/desk' },
  { name: 'dashboard', person: null, path: '/dashboard', isReading: true },
  { name: 'developers', person: null, path: '/developers', isReading: true },
  { name: 'reference', person: null, path: '/developers/reference', isReading: true },
  { name: 'reference-type', person: null, path: '/developers/reference/Enterprise', isReading: true },
  { name: 'errors', person: null, path: '/developers/errors', isReading: true },
  { name: 'examples', person: null, path: '/developers/examples', isReading: true },
  { name: 'not-found', person: null, path: '/no-such-page', status: 404, isReading: true },
  { name: 'bad-address', person: null, path: '/enterprises/1', status: 400, isReading: true },
  { name: 'forbidden', person: CITIZEN, path: '/cases/32000020991231-000001', status: 403 },
  { name: 'session-over', person: EXPIRED, path: '/items' },
  { name: 'sign-in-again', person: EXPIRED, path: '/my', status: 401 },
  {
    name: 'send-again',
    person: EXPIRED,
    path: '/cases/32000020991231-000001/form',
    form: { go: 'next', version: '1', contact: '沈若溪', phone: '13812345678', address: '武进区滨湖路1号' },
    status: 401,
  },
  {
    name: 'send-again-out-of-date',
    person: CITIZEN,
    path: '/my/mandates',
    form: { go: 'give', person: 'person-020', until: '2027-12-31' },
    status: 403,
  },
  { name: 'signed-in-again', person: CITIZEN, path: '/send-again' },
  // Of the server, before a page is asked: in both languages at once.
  { name: 'refused-address', person: null, path: '/items/%00', status: 400, isBare: true },
];

/** Gets to a screen, as its visitor does. */
export async function openScreen(page: Page, { form }: Screen, address: string): Promise<void> {
  if (!form) {
    await page.goto(address, { waitUntil: 'load' });
    return;
  }
  await page.goto(HOME.exec(address)![0], { waitUntil: 'load' });
  await Promise.all([
    page.waitForURL(address, { waitUntil: 'load' }),
    // Without the token of a session.
    page.evaluate(
      `(() => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action: ${JSON.stringify(address)} });
        for (const [name, value] of Object.entries(${JSON.stringify(form)}))
          form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
        document.body.append(form);
        form.submit();
      })()`,
    ),
  ]);
}
