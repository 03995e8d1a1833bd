import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHistory } from './check-history.ts';
import type { Rule } from './finding.ts';
import { type MadeUp, madeUpHistory } from './made-up-history.ts';

const RUNS = { numRuns: 300 };

test('a history that agrees with what is stored has no findings, whatever was lost on the way to a client', () => {
  fc.assert(
    fc.property(madeUpHistory, ({ history, stored }) => {
      expect(checkHistory(history, stored)).toEqual([]);
    }),
    RUNS,
  );
});

/** A fault, as a service that is not sound would leave it. Returns false where the history holds nothing that it could spoil. */
type Fault = (made: MadeUp, pick: <Item>(items: readonly Item[]) => Item | undefined) => boolean | void;

const FAULTS: Record<string, [rule: Rule, spoil: Fault]> = {
  'a step is missing that was told as taken': [
    'LOST_STEP',
    ({ history, stored }, pick) => {
      const told = pick(history.steps.filter(({ outcome }) => outcome.told === 'TAKEN'))!;
      stored.events = stored.events.filter(({ number, sequence }) => !isPlaceOf(told, number, sequence));
    },
  ],
  'the last step of a case is rolled back after it was told, with all that belongs to it': [
    'LOST_STEP',
    ({ history, stored }, pick) => {
      const last = pick(
        stored.cases.filter(({ number, version }) =>
          history.steps.some((step) => step.outcome.told === 'TAKEN' && isPlaceOf(step, number, version)),
        ),
      );
      if (!last) return false;
      const { number, version } = last;
      const event = stored.events.find((one) => one.number === number && one.sequence === version)!;
      const step = history.steps.find(
        (one) => one.outcome.told === 'TAKEN' && isPlaceOf(one, number, version),
      )!;
      stored.events.splice(stored.events.indexOf(event), 1);
      stored.messages = stored.messages.filter((one) => one.number !== number || one.version !== version);
      stored.keys = stored.keys.filter(({ key }) => key !== step.key);
      Object.assign(last, { version: version - 1, state: event.from });
    },
  ],
  'a case is gone that was told as begun, with all that belongs to it': [
    'LOST_STEP',
    ({ stored }, pick) => {
      const { number } = pick(stored.cases)!;
      stored.cases = stored.cases.filter((row) => row.number !== number);
      stored.events = stored.events.filter((row) => row.number !== number);
      stored.messages = stored.messages.filter((row) => row.number !== number);
      stored.keys = stored.keys.filter((row) => row.number !== number);
      stored.permits = stored.permits.filter((one) => one !== number);
    },
  ],
  'the key of a step that was taken is not kept': [
    'LOST_STEP',
    ({ history, stored }, pick) => {
      const told = pick(history.steps.filter(({ outcome }) => outcome.told === 'TAKEN'))!;
      stored.keys = stored.keys.filter(({ key }) => key !== told.key);
    },
  ],
  'one step was told as taken for two commands': [
    'LOST_STEP',
    ({ history }, pick) => {
      const told = pick(history.steps.filter(({ outcome }) => outcome.told === 'TAKEN'))!;
      history.steps.push({ ...told, key: 'another' });
    },
  ],
  'a command was run twice, and made two cases': [
    'DOUBLED_STEP',
    ({ stored }, pick) => {
      const { number } = pick(stored.cases)!;
      const again = `${number}9`;
      stored.cases.push({
        ...stored.cases.find((row) => row.number === number)!,
        number: again,
        version: 1,
        state: 'DRAFT',
        decision: null,
      });
      stored.events.push({ ...stored.events.find((row) => row.number === number)!, number: again });
      stored.messages.push({ ...stored.messages.find((row) => row.number === number)!, number: again });
    },
  ],
  'a step is stored that nobody sent': [
    'DOUBLED_STEP',
    ({ history, stored }, pick) => {
      const taken = pick(history.steps.filter((step) => stored.keys.some(({ key }) => key === step.key)))!;
      history.steps.splice(history.steps.indexOf(taken), 1);
    },
  ],
  'a step was told as rejected, and was taken': [
    'REJECTED_STEP_TAKEN',
    ({ history }, pick) => {
      const told = pick(history.steps.filter(({ outcome }) => outcome.told === 'TAKEN'))!;
      told.outcome = { told: 'REJECTED', code: 'STALE_VERSION' };
    },
  ],
  'a step was told as stale, and the case had not changed': [
    'FALSE_REJECTION',
    ({ history, stored }, pick) => {
      const stale = pick(history.steps.filter(({ outcome }) => outcome.told === 'REJECTED'));
      if (!stale) return false;
      stale.expectedVersion = stored.cases.find(({ number }) => number === stale.number)!.version;
    },
  ],
  'a case has no timeline': [
    'BROKEN_TIMELINE',
    ({ stored }, pick) => {
      const { number } = pick(stored.cases)!;
      stored.events = stored.events.filter((row) => row.number !== number);
    },
  ],
  'a case stands where its timeline does not lead': [
    'BROKEN_TIMELINE',
    ({ stored }, pick) => {
      const row = pick(stored.cases)!;
      row.state = row.state === 'SUSPENDED' ? 'DRAFT' : 'SUSPENDED';
    },
  ],
  'a step was taken from a state that does not allow it': [
    'BROKEN_TIMELINE',
    ({ stored }, pick) => {
      pick(stored.events)!.action = 'RESUME_ALL';
    },
  ],
  'a case was changed without an event': [
    'BROKEN_TIMELINE',
    ({ stored }, pick) => {
      pick(stored.cases)!.version++;
    },
  ],
  'followers are not told of a step': [
    'LOST_MESSAGE',
    ({ stored }, pick) => {
      stored.messages.splice(stored.messages.indexOf(pick(stored.messages)!), 1);
    },
  ],
  'a message is never sent on': [
    'LOST_MESSAGE',
    ({ stored }, pick) => {
      pick(stored.messages)!.isTold = false;
    },
  ],
  'a step was told to followers twice': [
    'LOST_MESSAGE',
    ({ stored }, pick) => {
      stored.messages.push(pick(stored.messages)!);
    },
  ],
  'a granted case has two permits': [
    'WRONG_PERMIT',
    ({ stored }, pick) => {
      const number = pick(stored.permits);
      if (number === undefined) return false;
      stored.permits.push(number);
    },
  ],
  'the permit of a case that no program filed was voided': [
    'WRONG_PERMIT',
    ({ stored }, pick) => {
      const number = pick(stored.permits);
      if (number === undefined) return false;
      stored.permits.splice(stored.permits.indexOf(number), 1);
      stored.voidedPermits.push(number);
    },
  ],
  'a voided permit is still in force': [
    'WRONG_PERMIT',
    ({ stored }, pick) => {
      const number = pick(stored.permits);
      if (number === undefined) return false;
      stored.cases.find((row) => row.number === number)!.isOfMatter = true;
      stored.voidedPermits.push(number);
    },
  ],
  'a case has a permit and no decision': [
    'WRONG_PERMIT',
    ({ stored }, pick) => {
      const open = pick(stored.cases.filter(({ decision }) => decision === null));
      if (!open) return false;
      stored.permits.push(open.number);
    },
  ],
  'a reader was told of a state that never was': [
    'STALE_READ',
    ({ history }, pick) => {
      const read = pick(history.reads)!;
      read.cases = read.cases.map((told) => ({ ...told, version: 1, state: 'DECIDED' }));
    },
  ],
  'a reader was told of what was over before it asked': [
    'STALE_READ',
    ({ history, stored }, pick) => {
      const moved = pick(
        history.steps.filter(({ outcome }) => outcome.told === 'TAKEN' && outcome.version > 1),
      );
      if (moved?.outcome.told !== 'TAKEN') return false;
      const { number } = moved.outcome;
      const read = history.reads.find(({ cases }) => cases[0]!.number === number)!;
      const first = stored.events.find((event) => event.number === number && event.sequence === 1)!;
      read.cases = [{ number, version: 1, state: first.to }];
      read.sentAt = moved.endedAt + 1;
    },
  ],
  'a reader without a grant was told of a case': [
    'UNAUTHORIZED_READ',
    ({ history }, pick) => {
      pick(history.reads)!.right = 'NONE';
    },
  ],
  'an official was told of a draft': [
    'UNAUTHORIZED_READ',
    ({ history }, pick) => {
      const draft = pick(history.reads.filter(({ cases }) => cases[0]!.state === 'DRAFT'))!;
      draft.right = 'DEPARTMENT';
    },
  ],
  'an answer is not in the log of the gateway': [
    'UNLOGGED_READ',
    ({ history, stored }, pick) => {
      const { request } = pick(history.reads)!;
      stored.accesses.gateway = stored.accesses.gateway.filter((record) => record.request !== request);
    },
  ],
  'the log names another person': [
    'UNLOGGED_READ',
    ({ stored }, pick) => {
      pick(stored.accesses.gateway)!.user = 'somebody else';
    },
  ],
  'the log does not name the case': [
    'UNLOGGED_READ',
    ({ stored }, pick) => {
      pick(stored.accesses.gateway)!.subjects = [];
    },
  ],
  'the log names no grant for what was read by a grant': [
    'UNLOGGED_READ',
    ({ history, stored }, pick) => {
      const read = pick(history.reads)!;
      read.right = 'GRANT';
      stored.accesses.gateway.find(({ request }) => request === read.request)!.grants = [];
    },
  ],
  'a material is gone that was received': [
    'LOST_MATERIAL',
    ({ history, stored }, pick) => void stored.materials.rows.delete(pick(history.materials)!.id),
  ],
  'a material has another content than was sent': [
    'LOST_MATERIAL',
    ({ history, stored }, pick) => void stored.materials.rows.set(pick(history.materials)!.id, 'digest'),
  ],
  'the content of a material is gone': [
    'LOST_MATERIAL',
    ({ history, stored }, pick) => void stored.materials.contents.delete(pick(history.materials)!.sha256),
  ],
  'a chain is broken': [
    'BROKEN_LOG',
    ({ stored }) => {
      stored.accesses.broken.push('MISSING, first at record 42');
    },
  ],
  'the log of the department lacks a read that was answered': [
    'UNLOGGED_READ',
    ({ stored }, pick) => {
      const { records } = stored.accesses.departments.get('permits')!;
      records.splice(records.indexOf(pick(records)!), 1);
    },
  ],
  'the log of the gateway lacks a read that the department has served, and the gateway was not killed': [
    'BROKEN_LOG',
    ({ history, stored }, pick) => {
      const { request } = pick(history.reads)!;
      history.reads = history.reads.filter((read) => read.request !== request);
      stored.accesses.gateway = stored.accesses.gateway.filter((record) => record.request !== request);
      history.kills.push({ name: 'permits', at: Date.UTC(2026, 10, 2) });
    },
  ],
};

describe('the checker finds a fault that is planted:', () => {
  test.each(Object.entries(FAULTS))('%s', (_name, [rule, spoil]) => {
    let planted = 0;
    fc.assert(
      fc.property(madeUpHistory, fc.nat(), (made, seed) => {
        const isSpoilt = spoil(made, (items) => items[seed % items.length]);
        fc.pre(isSpoilt !== false);
        planted++;
        expect(checkHistory(made.history, made.stored).map((finding) => finding.rule)).toContain(rule);
      }),
      { ...RUNS, maxSkipsPerRun: 1000 },
    );
    expect(planted).toBeGreaterThanOrEqual(RUNS.numRuns);
  });
});

test('a read that a killed gateway could not write down any more is no hole: nobody was answered', () => {
  fc.assert(
    fc.property(
      madeUpHistory,
      fc.nat(),
      fc.integer({ min: -29, max: 29 }),
      ({ history, stored }, seed, seconds) => {
        const { request, sentAt } = history.reads[seed % history.reads.length]!;
        history.reads = history.reads.filter((read) => read.request !== request);
        stored.accesses.gateway = stored.accesses.gateway.filter((record) => record.request !== request);
        history.kills.push({ name: 'gateway', at: sentAt + seconds * 1000 });
        expect(checkHistory(history, stored)).toEqual([]);
      },
    ),
    RUNS,
  );
});

test('a command that was repeated after its mandate had ended may be rejected, although it was taken at first', () => {
  fc.assert(
    fc.property(madeUpHistory, fc.nat(), ({ history, stored }, seed) => {
      const told = history.steps.filter(({ outcome }) => outcome.told === 'TAKEN');
      const step = told[seed % told.length]!;
      Object.assign(step, { tries: 2, outcome: { told: 'REJECTED', code: 'NO_MANDATE' } });
      expect(checkHistory(history, stored)).toEqual([]);
    }),
    RUNS,
  );
});

function isPlaceOf(
  { outcome, expectedVersion }: MadeUp['history']['steps'][number],
  number: string,
  sequence: number,
): boolean {
  return outcome.told === 'TAKEN' && outcome.number === number && expectedVersion + 1 === sequence;
}
