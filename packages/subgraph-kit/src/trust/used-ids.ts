/** The most ids in each of two generations; an id is a UUID with a number. */
const MAX_IDS = 200_000;
/** Longer than an assertion is valid. */
const GENERATION_MS = 120_000;

/** The id of an assertion, with its expiry. */
export interface UsedId {
  id: string;
  /** Milliseconds since 1970, after which nobody accepts it. */
  expiresAtMs: number;
}

/**
 * Remembers ids until they have expired, in two generations, so that memory is bounded and ids are not removed one by one. When
 * more ids arrive than fit, the older generation is forgotten, and from then on every id that may have been in it is rejected.
 */
export class UsedIds {
  readonly #maxIds: number;
  #current = new Set<string>();
  #previous = new Set<string>();
  #currentSinceMs = 0;
  #currentLatestMs = 0;
  #previousLatestMs = 0;
  /** Ids that expire before this may have been used and forgotten. */
  #forgottenUntilMs = 0;

  constructor(maxIds = MAX_IDS) {
    this.#maxIds = maxIds;
  }

  /** @returns false when it was used before, or may have been */
  use({ id, expiresAtMs }: UsedId, now = Date.now()): boolean {
    if (this.#current.size >= this.#maxIds || now - this.#currentSinceMs >= GENERATION_MS) this.#turn(now);
    if (expiresAtMs <= this.#forgottenUntilMs || this.#current.has(id) || this.#previous.has(id))
      return false;
    this.#current.add(id);
    this.#currentLatestMs = Math.max(this.#currentLatestMs, expiresAtMs);
    return true;
  }

  #turn(now: number): void {
    if (this.#previousLatestMs > now) this.#forgottenUntilMs = this.#previousLatestMs;
    this.#previous = this.#current;
    this.#previousLatestMs = this.#currentLatestMs;
    this.#current = new Set();
    this.#currentSinceMs = now;
    this.#currentLatestMs = 0;
  }
}
