import type { Caller } from '@yiwang/engine';
import { expect, test } from 'vitest';
import type { SentAssertions } from '../../src/pipeline/authentication/create-caller.ts';
import { watchCaller } from '../../src/reporting/access-log/watch-caller.ts';

/** A watched caller whose assertions begin with an id. */
function callerOf(id: string) {
  let sent: SentAssertions | null = null;
  const caller: Caller & { readonly sent: SentAssertions | null } = {
    key: 'client',
    get sent() {
      return sent;
    },
    authorize: () => null,
    assertionFor() {
      sent ??= { id, count: 0 };
      sent.count += 1;
      return `${id}.${sent.count}`;
    },
  };
  const watched = watchCaller(caller, { refusal: null }, false);
  return Object.assign(watched, {
    send: () => void watched.assertionFor('permits', ['Case.state'], 'body', false),
  });
}

test('a caller that shares an answer names the assertion that brought it, also when that is sent for a third one, and only later', () => {
  const [sender, first, batched, sharing] = ['sender', 'first', 'batched', 'sharing'].map(callerOf);

  // The whole answer of `batched` is shared while its request waits for others; the batch goes in the name of `first`, and is
  // answered by an equal one of `sender`.
  sharing!.sharesWith!(batched!);
  batched!.sharesWith!(first!);
  first!.sharesWith!(sender!);
  sender!.send();

  expect([...sender!.assertionIds]).toEqual(['sender']);
  expect([...batched!.assertionIds]).toEqual(['sender']);
  expect([...sharing!.assertionIds]).toEqual(['sender']);
});

test('what a caller has sent itself stands beside what it shares', () => {
  const [leader, follower] = [callerOf('leader'), callerOf('follower')];
  leader.send();
  follower.send();
  follower.sharesWith!(leader);

  expect(new Set(follower.assertionIds)).toEqual(new Set(['leader', 'follower']));
  expect([...leader.assertionIds]).toEqual(['leader']);
});

test('a caller does not lead on to those behind the ones it shares with: a chain of them that never ends is no leak', () => {
  const callers = Array.from({ length: 5 }, (_, i) => callerOf(`c${i}`));
  for (const [i, caller] of callers.entries()) {
    caller.send();
    if (i > 0) caller.sharesWith!(callers[i - 1]!);
  }

  expect(callers[4]!.assertionIds).not.toContain('c0');
});
