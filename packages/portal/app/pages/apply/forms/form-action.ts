import type { Answer as Answered } from '@yiwang/client';
import type { Answer, Answers } from './answers.ts';
import { answerAt, decodeAnswers } from './answers.ts';
import { type AnswerProblem, checkAnswers } from './check-answers.ts';
import type { FormObject } from './form-schema.ts';
import { commandKey, planStep } from './save-step.ts';

/** Why the graph did not do what was asked. */
export interface UserError {
  code: string;
  message: string;
  field?: readonly string[] | null;
}

/** What the graph says of a command that did nothing; of the whole request, where it was not even looked at. */
export function errorsOf(
  { problems }: Pick<Answered<unknown>, 'problems'>,
  userErrors: readonly UserError[] | undefined,
): UserError[] {
  if (userErrors?.length) return [...userErrors];
  const told = problems.map(({ code, message }) => ({ code, message }));
  return told.length > 0 ? told : [{ code: 'NO_ANSWER', message: '' }];
}

/** What is wrong with an answer: for people in both languages, or as the graph says it. */
export interface FormProblem extends AnswerProblem {
  message?: string;
}

/** What became of a screen that was sent. Everything but a redirect shows the screen again, with what was typed. */
export type FormResult =
  | { kind: 'SAVED'; version: number; saved: Answers; at: string; unsaved: number }
  | { kind: 'ROWS'; typed: Answers; rows: Record<string, number>; stamp: number }
  | { kind: 'WRONG'; typed: Answers; problems: FormProblem[]; stamp: number }
  | { kind: 'CONFLICT'; typed: Answers; theirs: Answers; version: number; stamp: number }
  | { kind: 'REFUSED'; typed: Answers; errors: UserError[]; stamp: number }
  /** Nothing came back: the network, the portal or a department is away. What was typed is still on the screen. */
  | { kind: 'NO_ANSWER' }
  | { kind: 'SIGNED_OUT' };

/** A form that is being filled in, wherever the graph keeps it. */
export interface KeptForm {
  form: Answers;
  version: number;
}

export interface FormStore {
  read(): Promise<KeptForm | null>;
  /** Saves all answers as the version after `version`. Null when no answer came. */
  save(
    form: Answers,
    version: number,
    key: string,
  ): Promise<{ version: number | null; userErrors: UserError[] } | null>;
}

/** What a screen sends beside its answers. */
export interface SentScreen {
  go: string;
  key: string;
  version: number;
  typed: Answers;
  opened: Answers | null;
}

export function readScreen(schema: FormObject, names: readonly string[], data: FormData): SentScreen {
  return {
    go: String(data.get('go') ?? 'next'),
    key: String(data.get('key') ?? ''),
    version: Number(data.get('version')),
    typed: decodeAnswers(schema, names, data),
    opened: parseAnswers(data.get('opened')),
  };
}

function parseAnswers(text: unknown): Answers | null {
  try {
    const answers: unknown = JSON.parse(String(text));
    return typeof answers === 'object' && !Array.isArray(answers) ? (answers as Answers | null) : null;
  } catch {
    return null;
  }
}

/**
 * Saves the answers of a screen. While somebody is still typing (`auto`), answers that are not right yet are left as they were: they stay on the screen
 * and in the browser.
 */
export async function saveScreen(
  store: FormStore,
  schema: FormObject,
  names: readonly string[],
  { go, key, version, typed, opened }: SentScreen,
): Promise<FormResult> {
  const stamp = Date.now();
  const problems: FormProblem[] = checkAnswers(schema, typed, { isPartial: true, names });
  const isAuto = go === 'auto';
  if (problems.length > 0 && !isAuto) return { kind: 'WRONG', typed, problems, stamp };
  const wrong = new Set(problems.map(({ path }) => path.split('.')[0]!));
  const sound = names.filter((name) => !wrong.has(name));
  // Once more when somebody else saved between reading and saving.
  for (let tries = 0; tries < 2; tries++) {
    const saved = await store.read();
    if (!saved) return { kind: 'NO_ANSWER' };
    const pick = (answers: Answers) =>
      Object.fromEntries(sound.flatMap((name) => (name in answers ? [[name, answers[name]!]] : [])));
    const sent = {
      typed: pick(typed),
      opened: opened && pick(opened),
      version: go === 'mine' ? saved.version : version,
    };
    const plan = planStep(saved, sound, sent);
    const done = (now: number): FormResult => ({
      kind: 'SAVED',
      version: now,
      saved: sent.typed,
      at: new Date(stamp).toISOString(),
      unsaved: wrong.size,
    });
    if (plan.kind === 'UNCHANGED') return done(saved.version);
    if (plan.kind === 'CONFLICT') {
      return { kind: 'CONFLICT', typed, theirs: plan.theirs, version: saved.version, stamp };
    }
    const result = await store.save(plan.form, plan.version, commandKey(key, plan.version, plan.form));
    if (!result) return { kind: 'NO_ANSWER' };
    if (result.version !== null) return done(result.version);
    const { userErrors } = result;
    if (userErrors.some(({ code }) => code === 'STALE_VERSION')) continue;
    const told = userErrors.flatMap(problemOf);
    if (told.length === userErrors.length) return { kind: 'WRONG', typed, problems: told, stamp };
    return { kind: 'REFUSED', typed, errors: userErrors, stamp };
  }
  return { kind: 'NO_ANSWER' };
}

/** What the graph says of an answer: `["form", "premises", "areaM2"]`. */
export function problemOf({ code, message, field }: UserError): FormProblem[] {
  if (!['MALFORMED_FORM', 'ANSWER_IN_USE'].includes(code) || field?.[0] !== 'form') return [];
  return [{ path: field.slice(1).join('.'), wrong: code === 'ANSWER_IN_USE' ? code : 'OTHER', message }];
}

/** Adds a row to a list on the screen, or takes one away: nothing is saved yet. */
export function changeRows(schemaGo: string, typed: Answers): Extract<FormResult, { kind: 'ROWS' }> | null {
  const [verb, path] = schemaGo.split(':');
  const stamp = Date.now();
  if (verb === 'add' && path) {
    const list = answerAt(typed, path);
    return { kind: 'ROWS', typed, rows: { [path]: (Array.isArray(list) ? list.length : 0) + 1 }, stamp };
  }
  const row = path?.match(/^(.+)\.(\d+)$/);
  if (verb !== 'remove' || !row) return null;
  const answers = structuredClone(typed);
  const list: Answer | undefined = answerAt(answers, row[1]!);
  if (Array.isArray(list)) list.splice(Number(row[2]), 1);
  return { kind: 'ROWS', typed: answers, rows: {}, stamp };
}
