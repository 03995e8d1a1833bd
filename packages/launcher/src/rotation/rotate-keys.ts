import { setTimeout as sleep } from 'node:timers/promises';
import { readPrivateKey, readPublicKey } from '@yiwang/identity';
import {
  type KeyRotation,
  type KeyRotations,
  readRotations,
  writeRotations,
} from '../system/key-rotations.ts';
import type { RegistrySteps } from './registry-steps.ts';
import type { RotatedKey } from './rotated-keys.ts';

/** Longest time after which every process has read a file that has changed. */
export const FOLLOWED_MS = 6_000;

export interface RotationTools {
  /** Folder of the keys. */
  folder: string;
  /** Null where no key is rotated that needs it. */
  registry: RegistrySteps | null;
  /** Gives the services their copies of the files; nothing where they read those of the folder. */
  handOut: () => Promise<void>;
  say: (text: string) => void;
  /** Milliseconds in which both keys are accepted; null for those of each key. */
  overlapMs: number | null;
  /** Returns instead of waiting for the end of the overlap. */
  isPatient: boolean;
  signal: AbortSignal;
}

/**
 * Replaces keys, together: first the new ones are accepted beside the former, then they sign, and after the overlap the former are
 * accepted no longer. What was begun before goes on where it was.
 *
 * @returns the names of those whose overlap is not over, where nobody waits for it
 * @throws LaunchError
 */
export async function rotateKeys(keys: readonly RotatedKey[], tools: RotationTools): Promise<string[]> {
  const { folder, say, handOut, registry, signal } = tools;
  let rotations = await readRotations(folder);
  const save = async (name: string, rotation: KeyRotation | null): Promise<void> => {
    const { [name]: _former, ...others } = await readRotations(folder);
    rotations = rotation ? { ...others, [name]: rotation } : others;
    await writeRotations(folder, rotations);
  };
  const inState = (isSwitched: boolean) =>
    keys.filter(({ name }) => rotations[name] && (rotations[name].switchedAt !== null) === isSwitched);

  await begin(keys, rotations, tools, save);
  await handOut();
  const begun = inState(false);
  if (begun.length > 0) {
    say(`Accepted beside the former keys: the new keys of ${namesOf(begun)}.`);
    await sleep(FOLLOWED_MS, undefined, { signal });
    for (const key of begun) {
      const rotation = { ...rotations[key.name]!, switchedAt: new Date().toISOString() };
      await save(key.name, rotation);
      await key.write(rotation);
    }
    await handOut();
    say(`In use: the new keys of ${namesOf(begun)}.`);
  }
  const switched = inState(true).sort(
    (one, other) => endOf(rotations[one.name]!) - endOf(rotations[other.name]!),
  );
  for (const { name, signsSupergraphs } of switched) {
    if (!signsSupergraphs) continue;
    // Also when this goes on after a kill: until it has read its new key, the registry would sign with the former one.
    await sleepUntil(Date.parse(rotations[name]!.switchedAt!) + FOLLOWED_MS, signal);
    await registry!.signAnew();
  }
  const waiting: string[] = [];
  for (const key of switched) {
    const end = endOf(rotations[key.name]!);
    if (end > Date.now()) {
      say(`The former key of ${key.name} is accepted until ${new Date(end).toISOString()}.`);
      if (!tools.isPatient) {
        waiting.push(key.name);
        continue;
      }
      await sleepUntil(end, signal);
    }
    const ending: KeyRotation = { ...rotations[key.name]!, isEnding: true };
    // First: whoever hands out keys, or starts the system, would bring the former one back.
    await save(key.name, ending);
    await finish(key, ending, tools);
    await save(key.name, null);
    say(`Done: the former key of ${key.name} (${key.end}).`);
  }
  return waiting;
}

/** Makes the new keys, and lets those who verify accept them. */
async function begin(
  keys: readonly RotatedKey[],
  rotations: KeyRotations,
  { overlapMs, registry }: RotationTools,
  save: (name: string, rotation: KeyRotation) => Promise<void>,
): Promise<void> {
  for (const key of keys) {
    const isNew = rotations[key.name] === undefined;
    const rotation: KeyRotation = rotations[key.name] ?? {
      ...(await key.create()),
      switchedAt: null,
      overlapMs: overlapMs ?? key.overlapMs,
    };
    if (isNew) await save(key.name, rotation);
    // Also of one that was begun before: it may have been killed in between.
    if (!rotation.isEnding) await key.write(rotation);
    if (key.holder && rotation.switchedAt === null) {
      await registry!.register(key.holder, await readPrivateKey(rotation.next));
    }
  }
}

async function finish(
  key: RotatedKey,
  rotation: KeyRotation,
  { registry, handOut }: RotationTools,
): Promise<void> {
  await key.finish(rotation);
  await handOut();
  if (key.holder) await registry!.revoke((await readPublicKey(rotation.former)).kid);
}

function endOf({ switchedAt, overlapMs }: KeyRotation): number {
  return Date.parse(switchedAt!) + overlapMs;
}

/** Node's timers are no longer than 24 days; a minute at a time also sees a clock that was set. */
async function sleepUntil(end: number, signal: AbortSignal): Promise<void> {
  for (let left = end - Date.now(); left > 0; left = end - Date.now()) {
    await sleep(Math.min(left, 60_000), undefined, { signal });
  }
}

function namesOf(keys: readonly RotatedKey[]): string {
  return keys.map(({ name }) => name).join(', ');
}
