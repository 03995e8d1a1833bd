import type { Subject } from '../core/caller.ts';
import type { Json } from '../core/run.ts';
import type { AccessFacts } from '../core/access-facts.ts';
import { keyBehind, compileSubjectKey, type KeyOf } from './data-subjects.ts';

/** Further subjects are only counted. */
export const MAX_SUBJECTS = 1000;

/** How objects of one entity type are identified. */
export interface EntityType {
  type: string;
  keyOf: KeyOf;
  isDataSubject: boolean;
  /** The data subjects that it leads to. */
  links: readonly { type: string; keyOf: KeyOf }[];
}

/** Returns null for a type without a key. */
export type EntityTypeOf = (type: string) => EntityType | null;

export function createEntityTypes(facts: AccessFacts): EntityTypeOf {
  const cached = new Map<string, EntityType | null>();
  return (type) => {
    let made = cached.get(type);
    if (made === undefined) {
      made = make(type);
      cached.set(type, made);
    }
    return made;
  };

  function make(type: string): EntityType | null {
    const key = facts.keys.get(type);
    if (key === undefined) return null;
    const links = (facts.subjectLinks.get(type) ?? []).map((link) => ({
      type: link.subject,
      keyOf: compileSubjectKey(keyBehind(link, facts)),
    }));
    return { type, keyOf: compileSubjectKey(key), isDataSubject: facts.dataSubjects.has(type), links };
  }
}

/** An entity of the answer. */
export interface Entity {
  of: EntityType;
  object: Json;
  /** The nearest data subject around it; null for none. */
  subject: Entity | null;
  isListed: boolean;
}

/** @param above the entity around it */
export function createEntity(of: EntityType, object: Json, above: Entity | null): Entity {
  return { of, object, subject: above?.of.isDataSubject ? above : (above?.subject ?? null), isListed: false };
}

/** Subjects in the order in which they are found, each once. */
export class SubjectList {
  readonly first: Subject[] = [];
  more = 0;
  readonly #keysByType = new Map<string, Set<string>>();

  /** Adds an entity, and what it is about: the data subjects that it leads to, or else the one that contains it. */
  add(entity: Entity): void {
    // Often several fields of one entity are read.
    if (entity.isListed) return;
    entity.isListed = true;
    const { of, object, subject } = entity;
    this.#list(of.type, of.keyOf(object));
    if (of.isDataSubject) return;
    let isListed = false;
    for (const link of of.links) isListed = this.#list(link.type, link.keyOf(object)) || isListed;
    if (!isListed && subject) this.add(subject);
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
    if (this.first.length < MAX_SUBJECTS) this.first.push({ type, key });
    else this.more += 1;
    return true;
  }
}
