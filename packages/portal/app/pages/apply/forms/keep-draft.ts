/** What was typed and is not saved yet, in the browser of the person. */
export interface KeptDraft {
  /** The version of the form on which it was typed. */
  version: number;
  /** What the controls hold, by name. */
  values: Record<string, string>;
  /** When it was typed, in milliseconds. */
  at: number;
}

/** As it is stored. */
interface StoredDraft extends KeptDraft {
  /** Who typed it, as the page calls them. */
  reader: string;
}

const PREFIX = 'yiwang.draft.';
/** Older drafts are thrown away: a day's work is done by then, and the server has what was saved. */
const MAX_AGE_MS = 12 * 3600_000;
const keyOf = (number: string, step: number) => `${PREFIX}${number}.${step}`;

/** Names of controls that belong to the page, not to the person. */
const OWN = new Set(['csrf', 'key', 'version', 'opened', 'go']);

export function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && !OWN.has(name) ? [[name, value]] : [],
    ),
  );
}

export function keepDraft(number: string, step: number, draft: KeptDraft): void {
  try {
    const stored: StoredDraft = { ...draft, reader: readerOfPage() };
    localStorage.setItem(keyOf(number, step), JSON.stringify(stored));
  } catch {
    // A browser may keep nothing, as in private windows: then there is less help, and no error.
  }
}

export function readDraft(number: string, step: number): KeptDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(number, step)) ?? 'null') as StoredDraft | null;
    return draft && typeof draft.values === 'object' && draft.reader === readerOfPage() ? draft : null;
  } catch {
    return null;
  }
}

export function dropDraft(number: string, step: number): void {
  try {
    localStorage.removeItem(keyOf(number, step));
  } catch {
    // A browser may keep nothing, as in private windows: then there is less help, and no error.
  }
}

/**
 * Throws away what this reader may not find: what others typed, what is old, and everything when nobody is signed in. While a session has just
 * expired all of it stays, for whoever signs in again.
 */
export function dropForeignDrafts(now = Date.now()): void {
  const reader = readerOfPage();
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const stored = JSON.parse(localStorage.getItem(key)!) as Partial<StoredDraft> | null;
      const isOwn = reader === 'expired' || stored?.reader === reader;
      if (!isOwn || now - (stored?.at ?? 0) > MAX_AGE_MS) localStorage.removeItem(key);
    }
  } catch {
    // A browser may keep nothing, as in private windows.
  }
}

function readerOfPage(): string {
  return document.documentElement.dataset['reader'] ?? 'nobody';
}

/** Whether a draft says something else than the controls do. */
export function differs(draft: KeptDraft, values: Record<string, string>): boolean {
  const names = new Set([...Object.keys(draft.values), ...Object.keys(values)]);
  return [...names].some(
    (name) =>
      (draft.values[name] ?? '').replaceAll('\r\n', '\n') !== (values[name] ?? '').replaceAll('\r\n', '\n'),
  );
}

/** Puts what was typed back into the controls. Rows that are not on the screen are left out. */
export function restoreDraft(form: HTMLFormElement, { values }: KeptDraft): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'radio') {
      control.checked = (values[control.name] ?? '') === control.value;
    } else if (
      (control instanceof HTMLInputElement && control.type !== 'hidden') ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      if (control.name in values) control.value = values[control.name]!;
    }
  }
}
