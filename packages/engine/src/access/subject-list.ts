import type { Subject } from '../caller.ts';
import type { Json } from '../compiled/run.ts';
import type { AccessFacts } from './access-facts.ts';
import { keyBehind } from './parties.ts';
import { compileSubjectKey, type KeyOf } from './subject-keys.ts';

/** Beyond it, subjects are only counted. */
export const MOST_SUBJECTS = 1000;

/** How objects of one entity type are named. */
export interface EntityType {
  type: string;
  keyOf: KeyOf;
  isParty: boolean;
  /** The parties that it leads to. */
  links: readonly { type: string; keyOf: KeyOf }[];
}

/** Null for a type that has no key. */
export type EntityTypeOf = (type: string) => EntityType | null;

export function createEntityTypes(facts: AccessFacts): EntityTypeOf {
  const known = new Map<string, EntityType | null>();
  return (type) => {
    let made = known.get(type);
    if (made === undefined) {
      made = make(type);
      known.set(type, made);
    }
    return made;
  };

  function make(type: string): EntityType | null {
    const key = facts.keys.get(type);
    if (key === undefined) return null;
    const links = (facts.partyLinks.get(type) ?? []).map((link) => ({
      type: link.party,
      keyOf: compileSubjectKey(keyBehind(link, facts)),
    }));
    return { type, keyOf: compileSubjectKey(key), isParty: facts.parties.has(type), links };
  }
}

/** An entity of the answer. */
export interface Entity {
  of: EntityType;
  object: Json;
  /** The nearest party around it; null for none. */
  party: Entity | null;
  isListed: boolean;
}

/** @param above the entity around it */
export function createEntity(of: EntityType, object: Json, above: Entity | null): Entity {
  return { of, object, party: above?.of.isParty ? above : (above?.party ?? null), isListed: false };
}

/** Subjects in the order in which they are found, each once. */
export class SubjectList {
  readonly first: Subject[] = [];
  more = 0;
  readonly #keysByType = new Map<string, Set<string>>();

  /** An entity, and whom it is about: the parties that it leads to, else the one that it was found in. */
  add(entity: Entity): void {
    // Most often several fields of one entity are read.
    if (entity.isListed) return;
    entity.isListed = true;
    const { of, object, party } = entity;
    this.#list(of.type, of.keyOf(object));
    if (of.isParty) return;
    let isTold = false;
    for (const link of of.links) isTold = this.#list(link.type, link.keyOf(object)) || isTold;
    if (!isTold && party) this.add(party);
  }

  /** @returns false when there is no key */
  #list(type: string, key: string | null): boolean {
    if (key === null) return false;
    let keys = this.#keysByType.get(type);
    if (!keys) {
      keys = new Set();
      this.#keysByType.set(type, keys);
    }
    if (keys.has(key)) return true;
    keys.add(key);
    if (this.first.length < MOST_SUBJECTS) this.first.push({ type, key });
    else this.more += 1;
    return true;
  }
}
