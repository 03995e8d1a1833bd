/** Bytes that are free after each method call: this many may be written without a check. */
const MARGIN = 2048;
/** V8 escapes and encodes longer strings faster than this loop. */
const SHORT = 256;
const FIRST_BYTES = 64 * 1024;
/** A larger buffer is released after use. */
const MAX_KEPT_BYTES = 1024 * 1024;

const [QUOTE, BACKSLASH, COMMA, ZERO] = Buffer.from('"\\,0') as unknown as [number, number, number, number];

/**
 * Collects JSON as UTF-8 bytes, so that no text has to be built, measured and encoded.
 *
 * Every method leaves {@link MARGIN} bytes free, within which generated code may write to `bytes` at `at` directly.
 * Methods that write a value return true, like a writer that has written something.
 */
export class JsonSink {
  bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** Position of the next byte. Setting it back discards what was written since. */
  at = 0;

  /** Writes a string with quotes and escapes. Lone surrogates, which UTF-8 cannot represent, are escaped. */
  string(text: string): true {
    const { length } = text;
    if (length > SHORT) return this.json(JSON.stringify(text));
    const { bytes } = this;
    let { at } = this;
    bytes[at++] = QUOTE;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        if (code < 0x20 || code === QUOTE || code === BACKSLASH) return this.json(JSON.stringify(text));
        bytes[at++] = code;
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || code > 0xdfff) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else return this.json(JSON.stringify(text));
    }
    bytes[at++] = QUOTE;
    this.at = at;
    return this.keepRoom();
  }

  /** @param value finite */
  number(value: number): true {
    if ((value | 0) !== value || value < 0) return this.ascii(`${value}`);
    const { bytes } = this;
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits += 1;
    let rest = value;
    for (let place = this.at + digits - 1; place >= this.at; place--) {
      const tenth = (rest / 10) | 0;
      bytes[place] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.at += digits;
    return this.keepRoom();
  }

  /** Writes a short ASCII text unchanged. */
  ascii(text: string): true {
    const { bytes } = this;
    let { at } = this;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.at = at;
    return this.keepRoom();
  }

  /** Writes existing JSON. */
  json(text: string): true {
    this.keepRoom(text.length * 3);
    this.at += this.bytes.write(text, this.at, 'utf8');
    return true;
  }

  null(): true {
    return this.ascii('null');
  }

  /** Writes a label that is too long for generated code to write byte by byte. */
  label(text: Uint8Array): void {
    this.keepRoom(text.length);
    this.bytes.set(text, this.at);
    this.at += text.length;
  }

  /**
   * Ends an object or a list.
   *
   * @param start where it begins: each of its members, even the first, has a comma before it
   * @param opening bracket, which replaces the first comma
   */
  close(start: number, opening: number, closing: number): true {
    this.bytes[start] = opening;
    if (this.at === start) this.at += 1;
    this.bytes[this.at++] = closing;
    return this.keepRoom();
  }

  comma(): void {
    this.bytes[this.at++] = COMMA;
  }

  /** @param more bytes needed besides the margin */
  keepRoom(more = 0): true {
    const needed = this.at + more + MARGIN;
    if (needed > this.bytes.length) this.#grow(needed);
    return true;
  }

  /** Discards what was written. */
  clear(): void {
    this.at = 0;
    if (this.bytes.length > MAX_KEPT_BYTES) this.bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  }

  /** Returns a copy of what was written. */
  take(): Buffer {
    // Typed arrays silently ignore writes beyond their end.
    if (this.at > this.bytes.length) throw new Error('More was written at once than there was room for.');
    const taken = Buffer.from(this.bytes.subarray(0, this.at));
    this.clear();
    return taken;
  }

  #grow(needed: number): void {
    let { length } = this.bytes;
    while (length < needed) length *= 2;
    const grown = Buffer.allocUnsafeSlow(length);
    this.bytes.copy(grown, 0, 0, this.at);
    this.bytes = grown;
  }
}
