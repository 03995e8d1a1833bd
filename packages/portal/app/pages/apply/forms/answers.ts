import type { FormField, FormObject } from './form-schema.ts';

/** Answers as JSON. A number that is none stays the text that was typed: the person sees it again, and what is wrong with it. */
export type Answer = string | number | boolean | Answer[] | { [name: string]: Answer };
export type Answers = Record<string, Answer>;

/** What a form of HTML sends, or what stands in its controls. */
export interface Entries {
  get(name: string): unknown;
}

/** What controls are named that say how many rows a list has on the screen. */
export const rowsName = (path: string) => `${path}.rows`;

/** Reads the answers of fields of a form out of what was sent. Empty answers, rows and groups are left out. */
export function decodeAnswers(form: FormObject, names: readonly string[], entries: Entries): Answers {
  const answers: Answers = {};
  for (const name of names) {
    const answer = decode(form.properties[name]!, name, entries);
    if (answer !== undefined) answers[name] = answer;
  }
  return answers;
}

function decode(field: FormField, path: string, entries: Entries): Answer | undefined {
  if (field.type === 'object') {
    const answers: Answers = {};
    for (const [name, part] of Object.entries(field.properties)) {
      const answer = decode(part, `${path}.${name}`, entries);
      if (answer !== undefined) answers[name] = answer;
    }
    return Object.keys(answers).length > 0 ? answers : undefined;
  }
  if (field.type === 'array') {
    const rows = Math.min(Number(entries.get(rowsName(path)) ?? 0) || 0, field.maxItems ?? 100);
    const list = Array.from({ length: rows }, (_, i) => decode(field.items, `${path}.${i}`, entries));
    const given = list.filter((answer) => answer !== undefined);
    return given.length > 0 ? given : undefined;
  }
  const sent = entries.get(path);
  // Browsers send line ends as CR LF; the graph keeps what people typed, and nobody types U+0000.
  const text = typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() : '';
  if (text === '') return undefined;
  if (field.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (field.type === 'string') return text;
  const plain = text.replaceAll(/[,，\s]/g, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : text;
}

/** What a form of HTML sends for answers: the reverse of decodeAnswers, and what controls show. */
export function encodeAnswers(answer: Answer | undefined, path: string, into = new Map<string, string>()) {
  if (Array.isArray(answer)) {
    into.set(rowsName(path), String(answer.length));
    for (const [i, one] of answer.entries()) encodeAnswers(one, `${path}.${i}`, into);
  } else if (typeof answer === 'object') {
    for (const [name, one] of Object.entries(answer)) {
      encodeAnswers(one, path === '' ? name : `${path}.${name}`, into);
    }
  } else if (answer !== undefined) into.set(path, String(answer));
  return into;
}

/** The answer at a path such as `owners.0.name`. */
export function answerAt(answers: Answers, path: string): Answer | undefined {
  let answer: unknown = answers;
  for (const key of path.split('.')) {
    if (typeof answer !== 'object' || answer === null || !Object.hasOwn(answer, key)) return undefined;
    answer = (answer as Answers)[key];
  }
  return answer as Answer;
}

/** The answers of some fields of the form, without the others. */
export function pickAnswers(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(names.flatMap((name) => (name in answers ? [[name, answers[name]!]] : [])));
}

/** All answers, with those of a screen in the place of the ones before. */
export function mergeStep(saved: Answers, names: readonly string[], typed: Answers): Answers {
  const rest = Object.entries(saved).filter(([name]) => !names.includes(name));
  return { ...Object.fromEntries(rest), ...pickAnswers(typed, names) };
}

/** Whether answers are the same, whatever the order of their names. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) => isSame((one as Answers)[name], (other as Answers)[name]))
  );
}
