import type { Page } from 'playwright-core';
import { inPage } from './in-page.ts';

/** Where the focus is, and what can be seen of it. */
interface Stop {
  /** Tag, type of an input, and what it is called, such as `a 食品经营许可`. */
  name: string;
  href: string | null;
  /** Null when all is well. */
  fault: string | null;
  /** Tells one element from all others. */
  id: number;
}

/** A page has some hundred stops at most; who needs more is in a circle. */
const MAX_STOPS = 400;
/** A field for a day has three parts and a button, which all are the same element. */
const MAX_SAME = 5;

/** Somebody who has a keyboard and nothing else. Throws where the focus cannot be seen, or cannot be moved on. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /**
   * Goes forward, stop by stop, until the focus is on what is sought.
   *
   * @param sought part of what it is called, with its tag before it, or of its address
   */
  async tabTo(sought: RegExp): Promise<void> {
    await this.walk(
      ({ name, href }) => sought.test(name) || (href !== null && sought.test(href)),
      `${sought}`,
    );
  }

  /** The same backwards. */
  async tabBackTo(sought: RegExp): Promise<void> {
    await this.walk(({ name }) => sought.test(name), `${sought}`, 'Shift+Tab');
  }

  /** Goes through the whole page, until the focus leaves it. Resolves to the number of stops. */
  async tabThrough(): Promise<number> {
    return this.walk(({ name }) => name === 'body', 'the end of the page');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses Enter on a link or a button, and waits for the page that it leads to. */
  async open(address: RegExp): Promise<void> {
    await Promise.all([this.page.waitForURL(address, { waitUntil: 'load' }), this.press('Enter')]);
  }

  private async walk(isThere: (stop: Stop) => boolean, what: string, key = 'Tab'): Promise<number> {
    let same = 0;
    let before = -1;
    const passed: string[] = [];
    for (let stops = 1; stops <= MAX_STOPS; stops++) {
      await this.press(key);
      const stop = await inPage<Stop>(this.page, 'look-at-focus');
      passed.push(stop.name);
      same = stop.id === before ? same + 1 : 0;
      before = stop.id;
      if (same >= MAX_SAME) throw new Error(`${this.page.url()}: the focus cannot leave ${stop.name}.`);
      if (stop.fault !== null && stop.name !== 'body')
        throw new Error(`${this.page.url()}: the focus on ${stop.name} cannot be seen: ${stop.fault}.`);
      if (isThere(stop)) return stops;
      if (stop.name === 'body' && passed.length > 1) break;
    }
    throw new Error(`${this.page.url()}: no way to ${what} by Tab, only: ${passed.join(', ')}`);
  }
}
