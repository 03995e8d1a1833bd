/** What was typed and is not saved yet, in the browser of the person. */
export interface KeptDraft {
  /** The version of the form on which it was typed. */
  version: number;
  /** What the controls hold, by name. */
  values: Record<string, string>;
  /** When it was typed, in milliseconds. */
  at: number;
}

const keyOf = (number: string, step: number) => `yiwang.draft.${number}.${step}`;

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
    localStorage.setItem(keyOf(number, step), JSON.stringify(draft));
  } catch {
    // A browser may keep nothing, as in private windows: then there is less help, and no error.
  }
}

export function readDraft(number: string, step: number): KeptDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(number, step)) ?? 'null') as KeptDraft | null;
    return draft && typeof draft.values === 'object' ? draft : null;
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
