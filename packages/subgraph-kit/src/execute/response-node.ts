import type { ResponsePath } from 'graphql';

/** An object or a list of the response. */
export type Container = Record<string | number, unknown>;

/** The position of an object or a list in the response. */
export class ResponseNode {
  /** Null for the whole response. */
  readonly parent: ResponseNode | null;
  readonly container: Container;
  readonly key: string | number;
  readonly isNullable: boolean;
  /** Name of the type of the object that has the key; undefined in a list. */
  readonly typeName: string | undefined;
  #isNull = false;

  constructor(
    parent: ResponseNode | null,
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

  /** True when an error has already made this or a node above null. */
  get isNulled(): boolean {
    return this.#isNull || (this.parent?.isNulled ?? false);
  }

  /** Makes this null or, if it may not be null, the nearest node above that may. */
  nullify(): void {
    if (!this.isNullable && this.parent) return this.parent.nullify();
    this.#isNull = true;
    this.container[this.key] = null;
  }

  /** Undefined for the whole response. */
  get path(): ResponsePath | undefined {
    if (!this.parent) return undefined;
    return { prev: this.parent.path, key: this.key, typename: this.typeName };
  }
}
