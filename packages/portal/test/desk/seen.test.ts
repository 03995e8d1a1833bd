import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskAnswer, DeskEvent } from '../../app/pages/desk/model.ts';
import { changesSince, readSeen, seenCookie, seenOf, writeSeen } from '../../app/pages/desk/seen.ts';

const NOW = new Date('2026-03-02T08:00:00Z');

function answer(path: string, text: string): DeskAnswer {
  return { path, label: { text: path }, value: { kind: 'text', text }, origin: null };
}

function event(step: string, at: string): DeskEvent {
  return { on: at.slice(0, 10), at, step, side: 'APPLICANT', note: null, defects: [] };
}

const answers = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), {
  selector: ([path]) => path,
  maxLength: 60,
});

test('what was seen comes back from its text as it was, whatever the answers are', () => {
  fc.assert(
    fc.property(fc.nat(1e8), answers, (version, pairs) => {
      const one = { version, answers: pairs.map(([path, text]) => answer(path, text)), timeline: [] };
      const seen = readSeen(writeSeen(one, NOW));
      expect(seen?.version).toBe(version);
      expect(seen?.at).toBe(NOW.getTime());
      expect(changesSince(seen, { ...one, version: version + 1 })?.answers).toEqual([]);
    }),
  );
});

test('a cookie is never longer than a browser keeps', () => {
  const many = Array.from({ length: 1000 }, (_, i) => answer(`field${i}`, String(i)));
  const seen = writeSeen({ version: 3, answers: many }, NOW);
  expect(seenCookie(seen, '/zh/desk/permits/1', true).length).toBeLessThan(4096);
  expect(changesSince(readSeen(seen), { version: 4, answers: many, timeline: [] })?.answers).toEqual([]);
});

test('an answer that is another one, a new one, and events since the look are what has changed', () => {
  const before = [answer('contact', '王小明'), answer('phone', '025-1')];
  const seen = readSeen(writeSeen({ version: 2, answers: before }, NOW));
  const changes = changesSince(seen, {
    version: 4,
    answers: [answer('contact', '李华'), answer('phone', '025-1'), answer('opensOn', '2026-04-01')],
    timeline: [event('SUBMITTED', '2026-03-01T08:00:00Z'), event('RESUBMITTED', '2026-03-03T08:00:00Z')],
  });
  expect(changes?.answers).toEqual(['contact', 'opensOn']);
  expect(changes?.events.map(({ step }) => step)).toEqual(['RESUBMITTED']);
});

test('nothing has changed for who looks for the first time, or at the same version', () => {
  const one = { version: 2, answers: [], timeline: [event('SUBMITTED', '2026-03-05T08:00:00Z')] };
  expect(changesSince(null, one)).toBeNull();
  expect(changesSince(readSeen(writeSeen(one, NOW)), one)).toBeNull();
});

test('a cookie that somebody made up counts as none', () => {
  for (const text of ['', 'x', '1.2', '1..', '-1.a.', '1.a.abc', `1.${'z'.repeat(20)}.`]) {
    expect(readSeen(text)).toBeNull();
  }
  expect(seenOf('theme=dark; seen=<script>')).toBeNull();
  expect(seenOf(null)).toBeNull();
});
