import { OWN_DATA, type AccessRecord } from '@yiwang/access-log';
import { CASE_ACTIONS, CASE_TRANSITIONS, type CaseAction, type CaseState } from '@yiwang/subgraph-kit/cases';
import fc from 'fast-check';
import type { Killed, MaterialTold, ReadTold, StepTold } from './history.ts';
import type { StoredMatters } from './matters/stored-matters.ts';
import type { StoredCase, StoredEvent } from './stored.ts';
import type { StoredKey, StoredMessage } from './stored-rows.ts';

/** A history and what is stored of it, which agree: tests change one of them. */
export interface MadeUp {
  history: {
    steps: StepTold[];
    matterSteps: StepTold[];
    reads: ReadTold[];
    materials: MaterialTold[];
    kills: Killed[];
  };
  stored: {
    cases: StoredCase[];
    events: StoredEvent[];
    messages: StoredMessage[];
    keys: StoredKey[];
    permits: string[];
    voidedPermits: string[];
    matters: StoredMatters;
    materials: { rows: Map<string, string>; contents: Set<string> };
    accesses: {
      gateway: AccessRecord[];
      departments: Map<string, { records: AccessRecord[]; fields: string[] }>;
      broken: string[];
    };
  };
}

const NO_MATTERS: StoredMatters = {
  rows: [],
  steps: [],
  events: [],
  messages: [],
  keys: [],
  effects: [],
  cases: [],
  wrongUnits: [],
};

const BEGIN = Date.UTC(2026, 10, 2);
const FIELDS = ['Case.state', 'Case.version'];

/** One command: which of the possible steps, and what comes of it. */
interface Choice {
  pick: number;
  /** `lost`: it was taken, and no answer came. `stale`: it named a version before. `vanished`: it never came. */
  comes: 'taken' | 'lost' | 'stale' | 'vanished';
  isRead: boolean;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.nat(100),
  comes: fc.constantFrom('taken', 'taken', 'taken', 'lost', 'stale', 'vanished'),
  isRead: fc.boolean(),
});

/** Histories of one to four cases. At least one step of each was told as taken, and one read was answered. */
export const madeUpHistory: fc.Arbitrary<MadeUp> = fc
  .array(fc.array(choice, { minLength: 1, maxLength: 15 }), { minLength: 1, maxLength: 4 })
  .map(makeUp);

function makeUp(choices: readonly (readonly Choice[])[]): MadeUp {
  const made: MadeUp = {
    history: { steps: [], matterSteps: [], reads: [], materials: [], kills: [] },
    stored: {
      cases: [],
      events: [],
      messages: [],
      keys: [],
      permits: [],
      voidedPermits: [],
      matters: NO_MATTERS,
      materials: { rows: new Map(), contents: new Set() },
      accesses: {
        gateway: [],
        departments: new Map([['permits', { records: [], fields: FIELDS }]]),
        broken: [],
      },
    },
  };
  let clock = BEGIN;
  const tick = () => (clock += 1000);
  for (const [i, ofCase] of choices.entries()) {
    addCase(made, `32010020261102-${i + 1}`, ofCase, tick);
    addMaterial(made, { id: `upload-${i}`, sha256: `digest-${i}` });
  }
  return made;
}

function addMaterial({ history, stored }: MadeUp, material: MaterialTold): void {
  history.materials.push(material);
  stored.materials.rows.set(material.id, material.sha256);
  stored.materials.contents.add(material.sha256);
}

function addCase(
  { history, stored }: MadeUp,
  number: string,
  choices: readonly Choice[],
  tick: () => number,
): void {
  const row: StoredCase = {
    department: 'permits',
    number,
    version: 0,
    state: '',
    filedBy: `person-${number}`,
    isOfMatter: false,
    decision: null,
  };
  stored.cases.push(row);
  take('START', null, 'taken');
  read();
  for (const { pick, comes, isRead } of choices) {
    const possible = CASE_ACTIONS.filter((action) =>
      (CASE_TRANSITIONS[action].from as readonly string[]).includes(row.state),
    );
    if (possible.length > 0) take(possible[pick % possible.length]!, row.state as CaseState, comes);
    if (isRead) read();
  }

  function take(action: CaseAction, from: CaseState | null, comes: Choice['comes']): void {
    const { by, to } = CASE_TRANSITIONS[action];
    const user = by === 'APPLICANT' ? row.filedBy : 'official-1';
    const key = `key-${history.steps.length}`;
    const sentAt = tick();
    const seen = row.version;
    if (comes === 'taken' || comes === 'lost') {
      Object.assign(row, { version: row.version + 1, state: to ?? from });
      if (action === 'DECIDE') {
        row.decision = 'GRANTED';
        stored.permits.push(number);
      }
      stored.events.push({
        number,
        sequence: row.version,
        action,
        from,
        to: row.state,
        person: user,
        takenBy: 'PERSON',
        at: tick(),
      });
      stored.messages.push({ number, version: row.version, state: row.state, isTold: true });
      stored.keys.push({ key, user, number });
    }
    history.steps.push({
      key,
      user,
      actions: [action],
      number: action === 'START' ? null : number,
      expectedVersion: comes === 'stale' ? seen - 1 : seen,
      sentAt,
      endedAt: tick(),
      tries: comes === 'taken' ? 1 : 2,
      outcome:
        comes === 'taken'
          ? { told: 'TAKEN', number, version: row.version, state: row.state }
          : comes === 'stale'
            ? { told: 'REJECTED', code: 'STALE_VERSION' }
            : { told: 'NOTHING' },
    });
  }

  function read(): void {
    const request = `request-${history.reads.length}`;
    const at = tick();
    const { version, state, filedBy: user } = row;
    const told = { client: 'portal', user, request };
    history.reads.push({
      ...told,
      right: 'OWN',
      sentAt: at,
      endedAt: tick(),
      cases: [{ number, version, state }],
    });
    const { gateway, departments } = stored.accesses;
    const record: AccessRecord = {
      at: new Date(at).toISOString(),
      ...told,
      department: null,
      grants: [OWN_DATA],
      purpose: null,
      subjects: [{ type: 'Case', key: number }],
      moreSubjects: 0,
      fields: FIELDS,
      requestHash: 'hash',
      outcome: 'COMPLETE',
      gateway: 'gateway',
      sequence: gateway.length + 1,
      previous: 'hash',
    };
    gateway.push({ ...record, assertion: request, assertions: 1 });
    const { records } = departments.get('permits')!;
    records.push({ ...record, assertion: `${request}.1`, subgraph: 'permits', sequence: records.length + 1 });
  }
}
