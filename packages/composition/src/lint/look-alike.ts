/**
 * What a name looks like: names with a form in common are easily taken for each other. Two forms: one without case, and one
 * where characters that look alike (I l 1, O 0, rn m, vv w) are the same.
 */
export function looksOf(name: string): [caseless: string, shape: string] {
  const shape = name
    .replaceAll(/[I1]/g, 'l')
    .replaceAll('0', 'O')
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
  return [`case:${name.toLowerCase()}`, `shape:${shape}`];
}

/** Names that were come upon, by what they look like; first come, first kept. */
export class Looks {
  readonly #names = new Map<string, string>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    for (const look of looksOf(name)) if (!this.#names.has(look)) this.#names.set(look, name);
  }

  /** The different name that looks like this one; null when there is none. */
  alike(name: string): string | null {
    for (const look of looksOf(name)) {
      const found = this.#names.get(look);
      if (found !== undefined && found !== name) return found;
    }
    return null;
  }
}
