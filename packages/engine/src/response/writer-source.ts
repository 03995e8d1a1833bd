import type { WriteData } from './write-json.ts';

/**
 * Longer labels are copied from constants. So are all further labels of an operation whose code would become too
 * large.
 */
const MAX_INLINE_CHARACTERS = 64;
const MAX_INLINE_TOTAL = 16 * 1024;

/**
 * The source of one writer while it is generated: its functions, and the values that they take from outside. What is
 * asked for twice by the same key is generated once.
 */
export class WriterSource {
  readonly #functions: string[] = [];
  readonly #constants: unknown[] = [];
  readonly #names = new Map<unknown, string>();
  #count = 0;
  #inlined = 0;

  /**
   * Returns the name of the function for a key.
   *
   * @param code its parameters and body, from `(` to `}`; called only for a key that is new
   */
  functionFor(key: unknown, prefix: string, code: () => string): string {
    return this.#remember(key, () => {
      this.#count += 1;
      const name = `${prefix}${this.#count}`;
      this.#functions.push(`function ${name}${code()}`);
      return name;
    });
  }

  /** Returns the name of the constant for a key. */
  constantFor(key: unknown, value: () => unknown): string {
    return this.#remember(key, () => `c${this.#constants.push(value()) - 1}`);
  }

  /** Returns statements that write ASCII text, for which there is room. */
  writeText(text: string): string {
    if (text.length > MAX_INLINE_CHARACTERS || this.#inlined + text.length > MAX_INLINE_TOTAL) {
      return `o.label(${this.constantFor(text, () => Buffer.from(text))});`;
    }
    this.#inlined += text.length;
    const bytes = [...Buffer.from(text)].map((byte, i) => `b[p + ${i}] = ${byte};`);
    return `b = o.bytes; p = o.at; ${bytes.join(' ')} o.at = p + ${text.length};`;
  }

  /** @param top the name of the function that writes the whole */
  compile(top: string): WriteData {
    const parameters = this.#constants.map((_, i) => `c${i}`);
    const source = `'use strict';
${this.#functions.join('\n')}
return ${top};`;
    return new Function(...parameters, source)(...this.#constants) as WriteData;
  }

  #remember(key: unknown, make: () => string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = make();
    this.#names.set(key, name);
    return name;
  }
}
