/** A screen, who sees it, and how one gets there. */
export interface Screen {
  name: string;
  /** Name of a person of the local provider; null for who has not signed in. */
  person: string | null;
  /** Without the language; `{…}` is filled in with what the test has found. */
  path: string;
  /** Whether it reads only, and so must work with JavaScript off and send little script. */
  isReading?: boolean;
}

export const CITIZEN = '林晓岚';
export const OFFICIAL = '高远';
/** Officials of other departments, and one who may apply for grants. */
export const LAND_OFFICIAL = '白川';
export const REGISTRAR = '何静';
export const DATA_USER = '方数';

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
  { name: 'not-found', person: null, path: '/no-such-page', isReading: true },
];
