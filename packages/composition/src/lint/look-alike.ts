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

/** The name among these that looks like another one given before; first come, first kept. */
export class Looks {
  readonly #names = new Map<string, string>();

  /** Adds a name. Returns the different name that it looks like, or null. */
  add(name: string): string | null {
    let alike: string | null = null;
    for (const look of looksOf(name)) {
      const before = this.#names.get(look);
      if (before === undefined) this.#names.set(look, name);
      else if (before !== name) alike ??= before;
    }
    return alike;
  }
}
