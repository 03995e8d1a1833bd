import type { GraphQLFormattedError } from 'graphql';
import type { ConditionalReads } from '../../caller.ts';
import type { Json } from '../run.ts';
import type { WriteData, WriterNotes } from '../shape/compile-writer.ts';
import { explainNulls } from '../shape/explain-nulls.ts';
import { writeText } from '../shape/write-json.ts';
import type { ObjectShape } from '../shape/shape.ts';
import type { TranslateErrors } from '../translate-errors.ts';
import { coverageOf, isOwed } from './covers-error.ts';
import { type Anchor, findAnchors, type Holds, type Place } from './find-anchors.ts';

export type Errors = readonly GraphQLFormattedError[];

/** What is the same for all objects of one execution. */
export interface Scene {
  conditions: Readonly<Record<string, unknown>>;
  holds: Holds;
  ready: WriterNotes['ready'];
  writerOf: (shape: ObjectShape) => WriteData;
  translate: TranslateErrors;
  /** What of the objects of a form is refused. */
  refusalsOf: (shape: ObjectShape, object: Json) => Errors;
  /** What was read of conditional data. */
  readsOf: (target: Target) => ConditionalReads | undefined;
}

export interface Target extends Place {
  shape: ObjectShape;
}

/** An object as it is sent, and what is deferred from it. */
export interface WrittenObject {
  data: string;
  errors: GraphQLFormattedError[];
  anchors: Anchor[];
  reads: ConditionalReads | undefined;
}

/**
 * Writes objects of the merged data, each with the errors that it is concerned with.
 *
 * @param own errors of the fetches that were made for them. Those that concern none of them, nor a part that is still to
 *   come, are told with the first
 * @param above errors of the answer and the parts that the objects were deferred from: the planner may have fetched
 *   them with those
 */
export function writeObjects(
  targets: readonly Target[],
  own: Errors,
  above: Errors,
  scene: Scene,
): WrittenObject[] {
  const { holds, translate, refusalsOf } = scene;
  const left = new Set(own);
  const objects = targets.map((target) => {
    const about = (error: GraphQLFormattedError) => coverageOf(target, error, holds);
    const concerning = own.filter((error) => about(error) !== null);
    for (const error of concerning) left.delete(error);
    const explaining = above.filter((error) => about(error) === 'null');
    const known = [...explaining, ...concerning];
    const told = known.length > 0 ? known : above.filter((error) => about(error) === 'beside');
    return writeObject(target, translate(told), scene);
  });
  if (left.size > 0) {
    const anchors = objects.flatMap((object) => object.anchors);
    const unowed = [...left].filter((error) => !isOwed(anchors, error, holds));
    objects[0]?.errors.push(...translate(unowed));
  }
  // A selection is refused once, however many objects there are.
  const [first] = targets;
  for (const { path, ...error } of first ? refusalsOf(first.shape, first.object) : []) {
    objects[0]!.errors.push({ ...error, path: [...first!.path, ...path!] });
  }
  return objects;
}

function writeObject(
  target: Target,
  errors: GraphQLFormattedError[],
  { conditions, holds, ready, writerOf, readsOf }: Scene,
): WrittenObject {
  const { shape, object, path } = target;
  const notes = { broken: false, ready };
  const data = writeText(writerOf(shape), object, conditions, notes);
  if (notes.broken) {
    const known = errors.map((error) => ({ ...error, path: error.path?.slice(path.length) }));
    for (const error of explainNulls(shape, object, conditions, known)) {
      errors.push({ ...error, path: [...path, ...error.path!] });
    }
  }
  const reads = readsOf(target);
  if (data === null) return { data: 'null', errors, anchors: [], reads };
  // What a null took away from the client has no parts.
  const seen = notes.broken ? (JSON.parse(data) as unknown) : undefined;
  return { data, errors, anchors: findAnchors(shape, target, holds, seen), reads };
}
