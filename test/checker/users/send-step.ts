import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@yiwang/testing/random-graph';
import type { CaseTold, StepOutcome } from '../history.ts';
import { ask } from './ask.ts';
import { caseOf, type Diary, type Reader } from './diary.ts';
import type { Command } from './steps.ts';

/** Milliseconds that a user waits for an answer, before he asks again with the same key. */
const PATIENCE_MS = 10_000;
/** Milliseconds between two tries, at least. */
const PAUSE_MS = 150;
/** How often the first answer does not reach a user: the connection of a phone breaks, at any moment or when all is done. */
const LOST = 0.05;
const LOST_MS = 60;

/** A user at work. */
export interface User extends Reader {
  /** `sub` of the token. */
  user: string;
  url: string;
  random: Random;
  diary: Diary;
}

/** What is sent: a command on a case that the user saw, or null for the one that begins a case. */
export interface Sending {
  command: Command;
  seen: CaseTold | null;
}

/**
 * Sends a command until it is told what came of it, always with one key, and notes that.
 *
 * @param giveUp after this the user tries no more
 */
export async function sendStep(
  user: User,
  { command, seen }: Sending,
  giveUp: AbortSignal,
): Promise<StepOutcome> {
  const { random, diary } = user;
  const key = randomUUID();
  const isOfMatter = command.result === 'matterCase';
  const sentAt = Date.now();
  const query = documentOf(command, seen !== null);
  const variables = {
    ...command.arguments,
    ...(seen && { number: seen.number, version: seen.version }),
    key,
  };
  let tries = 0;
  let outcome: StepOutcome = { told: 'NOTHING' };
  while (outcome.told === 'NOTHING' && !giveUp.aborted) {
    if (tries > 0) await sleep(PAUSE_MS + random.below(2 * PAUSE_MS));
    const isLost = tries === 0 && random.chance(LOST);
    const askedAt = Date.now();
    tries++;
    const patienceMs = isLost && random.chance(0.5) ? 1 + random.below(LOST_MS) : PATIENCE_MS;
    const { url, headers } = user;
    const answer = await ask({ url, headers, query, variables, patienceMs });
    if (isLost) continue;
    diary.addTroubles(answer?.codes ?? ['NO_ANSWER']);
    const told = outcomeOf(answer?.data?.[command.name], command.result);
    if (!answer || !told) continue;
    outcome = told;
    // What is read of applications is not compared with the access log.
    if (told.told !== 'TAKEN' || isOfMatter) continue;
    const { client, user: person, right } = user;
    const { number, version, state } = told;
    const reader = { request: answer.request, client, user: person, right };
    diary.addRead({ ...reader, sentAt: askedAt, endedAt: Date.now(), cases: [{ number, version, state }] });
  }
  const note = isOfMatter ? diary.addMatterStep : diary.addStep;
  note({
    key,
    user: user.user,
    actions: command.actions,
    number: seen?.number ?? null,
    expectedVersion: seen?.version ?? 0,
    sentAt,
    endedAt: Date.now(),
    tries,
    outcome,
  });
  return outcome;
}

/** Null when the payload says nothing. */
function outcomeOf(payload: unknown, result: Command['result']): StepOutcome | null {
  const answer = (payload ?? {}) as { [result in Command['result']]?: unknown } & {
    userErrors?: { code: string }[];
  };
  const { userErrors } = answer;
  const told = caseOf(answer[result]);
  if (told) return { told: 'TAKEN', ...told };
  const [error] = userErrors ?? [];
  return error ? { told: 'REJECTED', code: error.code } : null;
}

function documentOf({ name, types, result }: Command, isOnCase: boolean): string {
  const all: Record<string, string> = {
    ...(isOnCase && { number: 'ID!', version: 'Int!' }),
    ...types,
    key: 'ID!',
  };
  const names: Readonly<Record<string, string>> = { version: 'expectedVersion', key: 'idempotencyKey' };
  const declared = Object.entries(all).map(([variable, type]) => `$${variable}: ${type}`);
  const passed = Object.keys(all).map((variable) => `${names[variable] ?? variable}: $${variable}`);
  return `mutation ${name}(${declared.join(', ')}) {
    ${name}(${passed.join(', ')}) { ${result} { number version state } userErrors { code } } }`;
}
