import type { ResponsePath } from 'graphql';

/** An object or a list of the answer. */
export type Container = Record<string | number, unknown>;

/** Where an object or a list stands in the answer. */
export class Place {
  /** Null for the whole answer. */
  readonly parent: Place | null;
  readonly container: Container;
  readonly key: string | number;
  readonly isNullable: boolean;
  /** Of the object that has the key; null in a list. */
  readonly typeName: string | undefined;
  #isGone = false;

  constructor(
    parent: Place | null,
    container: Container,
    key: string | number,
    isNullable: boolean,
    typeName: string | undefined,
  ) {
    this.parent = parent;
    this.container = container;
    this.key = key;
    this.isNullable = isNullable;
    this.typeName = typeName;
  }

  /** True when an error has already put null here or above. */
  get isGone(): boolean {
    return this.#isGone || (this.parent?.isGone ?? false);
  }

  /** Puts null here or, where null is not allowed, in the nearest place above that allows it. */
  nullify(): void {
    if (!this.isNullable && this.parent) return this.parent.nullify();
    this.#isGone = true;
    this.container[this.key] = null;
  }

  /** Undefined for the whole answer. */
  get path(): ResponsePath | undefined {
    if (!this.parent) return undefined;
    return { prev: this.parent.path, key: this.key, typename: this.typeName };
  }
}
