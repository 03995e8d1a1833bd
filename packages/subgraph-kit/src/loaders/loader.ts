import type { Asking, AskTogether } from './ask-together.ts';

/** Turns many `load(key)` calls of one request into one statement, together with those of other requests. */
export interface Loader<Value, Key = string> {
  /** Equal keys are asked for once in a request, whatever comes of it. A failed statement rejects all keys that it was for. */
  load(key: Key): Promise<Value>;
}

/** The loader of one request for the keys of one shape: see {@link AskTogether}. */
export class KeyLoader<Found, Value> implements Loader<Value> {
  readonly #loaded = new Map<string, Promise<Value>>();
  readonly #begin: () => Asking<Found>;
  readonly #pick: (found: Found, key: string) => Value;
  #asking: Asking<Found> | null = null;

  /** @param pick takes the value of a key out of what was found for many */
  constructor(
    ask: AskTogether<Found>,
    shape: string,
    read: (keys: string[]) => Promise<Found>,
    pick: (found: Found, key: string) => Value,
  ) {
    this.#begin = () => ask(shape, read);
    this.#pick = pick;
  }

  load(key: string): Promise<Value> {
    const loaded = this.#loaded.get(key);
    if (loaded) return loaded;
    if (!this.#asking?.add(key)) {
      this.#asking = this.#begin();
      this.#asking.add(key);
    }
    const pick = this.#pick;
    const value = this.#asking.found.then((found) => pick(found, key));
    this.#loaded.set(key, value);
    return value;
  }
}
