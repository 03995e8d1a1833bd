import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CASE_RULES,
  type CaseErrorCode,
  type CaseFiling,
  type CasePrincipal,
  type CaseStep,
  createCaseCommands,
  createFiledCases,
  type FiledChange,
} from '../../src/cases/index.ts';
import { catchUserErrors, type Outcome } from '../../src/index.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { calendar } from './case-steps.ts';
import { caseEvents, cases, type DogCase, idempotencyKeys, outbox } from './case-tables.ts';

export const CASE_MIGRATIONS = fileURLToPath(new URL('../fixtures/case-migrations', import.meta.url));

export const OWNER: CasePrincipal = { client: 'portal', user: 'owner', department: null, scopes: [] };
export const STRANGER: CasePrincipal = { client: 'portal', user: 'stranger', department: null, scopes: [] };
export const OFFICIAL: CasePrincipal = {
  client: 'desk',
  user: 'official',
  department: 'dogs',
  scopes: ['cases:decide'],
};
export const OFFICIAL_ELSEWHERE: CasePrincipal = { ...OFFICIAL, user: 'elsewhere' };

/** A client that files cases for people. */
export const FILER: CasePrincipal = {
  client: 'services',
  user: null,
  department: 'services',
  scopes: ['matters:run'],
};

const USCC = '91320000608950987L';

/** Cases of dogs over a database of their own, with the rights of a process that serves. */
export interface OpenCases extends AsyncDisposable {
  database: TestDatabase;
  clock: { now: Date };
  /** By person, the mandates that are in force. */
  mandates: Map<string, string>;
  changes: { count: number };
  /** A new draft; its number. */
  start(key?: string, name?: string): Promise<Outcome<DogCase, CaseErrorCode>>;
  /** A draft that has taken steps, each by whoever may. */
  caseAfter(...steps: CaseStep[]): Promise<DogCase>;
  /** A case that a client files for the owner. */
  file(options?: FileOptions): Promise<Outcome<DogCase, CaseErrorCode>>;
  refile(number: string, options?: FiledOptions): Promise<Outcome<DogCase, CaseErrorCode>>;
  withdrawFiled(
    number: string,
    options?: FiledOptions & { reason?: string },
  ): Promise<Outcome<DogCase, CaseErrorCode>>;
  filed: ReturnType<typeof createFiledCases<DogCase>>;
  take(
    caller: CasePrincipal,
    row: Pick<DogCase, 'number' | 'version'>,
    step: CaseStep,
    options?: TakeOptions,
  ): Promise<Outcome<DogCase, CaseErrorCode>>;
}

export interface TakeOptions {
  key?: string;
  input?: object;
  work?: () => Promise<Partial<DogCase>>;
}

type FiledOptions = Partial<Pick<FiledChange<CasePrincipal, DogCase>, 'caller' | 'work'>> & { key?: string };
type FileOptions = Partial<
  Pick<CaseFiling<CasePrincipal, DogCase>, 'caller' | 'person' | 'reference' | 'row'>
> & {
  key?: string;
};

export async function openCases(): Promise<OpenCases> {
  const database = await openTestDatabase(CASE_MIGRATIONS);
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const mandates = new Map([['owner', 'mandate:1']]);
  const changes = { count: 0 };
  let keys = 0;
  const nextKey = () => `key-${++keys}`;

  const commands = createCaseCommands<CasePrincipal, DogCase>({
    db: database.service.db,
    sql: database.service.sql,
    tables: { cases, events: caseEvents, outbox, idempotencyKeys },
    rights: {
      actsFor: ({ user }, { applicantUscc }) =>
        user === null || applicantUscc === null ? null : (mandates.get(user) ?? null),
      mayDecide: async (_tx, { user, department }) => {
        if (department !== 'dogs') return null;
        return user === 'official' ? { right: 'official:official' } : 'ELSEWHERE';
      },
    },
    calendar,
    rules: CASE_RULES,
    now: () => clock.now,
    onChange: () => {
      changes.count += 1;
    },
  });

  const start = (key = nextKey(), name = 'startCase') =>
    catchUserErrors<DogCase, CaseErrorCode>(() =>
      commands.start({
        caller: OWNER,
        name,
        input: { town: '320102' },
        idempotencyKey: key,
        times: { statutoryDays: 20, promisedDays: 5 },
        right: mandates.get('owner') ?? 'none',
        row: async () => ({ number: `D-${key}`, town: '320102', applicantUscc: USCC, form: { dog: 'Rex' } }),
      }),
    );

  const take: OpenCases['take'] = (caller, { number, version }, step, options = {}) => {
    const { key = nextKey(), input = {}, work } = options;
    return catchUserErrors<DogCase, CaseErrorCode>(() =>
      commands.change({
        caller,
        name: step.action,
        input: { ...step, ...input },
        idempotencyKey: key,
        number,
        expectedVersion: version,
        step,
        ...(work && { work }),
      }),
    );
  };

  const filing = (name: string, { caller = FILER, key = nextKey() }: FiledOptions) => ({
    caller,
    name,
    idempotencyKey: key,
  });

  return {
    filed: createFiledCases<DogCase>(database.service.db, { cases, outbox }),
    file(options = {}) {
      const { key = nextKey(), person = 'owner', reference = 'M-1' } = options;
      const row = async () => ({ number: `D-${key}`, town: '320102', applicantUscc: USCC });
      return catchUserErrors<DogCase, CaseErrorCode>(() =>
        commands.file({
          ...filing('fileCase', { ...options, key }),
          input: { person, reference },
          person,
          reference,
          times: { statutoryDays: 20, promisedDays: 5 },
          row: options.row ?? row,
        }),
      );
    },
    refile: (number, options = {}) =>
      catchUserErrors<DogCase, CaseErrorCode>(() =>
        commands.refile({
          ...filing('refileCase', options),
          input: {},
          number,
          ...(options.work && { work: options.work }),
        }),
      ),
    withdrawFiled: (number, { reason, ...options } = {}) =>
      catchUserErrors<DogCase, CaseErrorCode>(() =>
        commands.withdrawFiled({
          ...filing('withdrawFiledCase', options),
          input: { reason },
          number,
          reason,
        }),
      ),
    database,
    clock,
    mandates,
    changes,
    start,
    take,
    async caseAfter(...steps) {
      let row = (await start()).result!;
      for (const step of steps) {
        const { result, userErrors } = await take(callerOf(step), row, step);
        if (!result) throw new Error(`${step.action}: ${userErrors[0]!.message}`);
        row = result;
      }
      return row;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

const OF_APPLICANTS = new Set(['SAVE', 'SUBMIT', 'RESUBMIT', 'SUPPLY', 'WITHDRAW', 'RATE']);

const callerOf = ({ action }: CaseStep) => (OF_APPLICANTS.has(action) ? OWNER : OFFICIAL);

/** Waits until a condition of the database holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10);
}
