import type { GraphQLFormattedError } from 'graphql';
import type { ConditionalReads } from '../core/caller.ts';
import type { Json } from '../core/run.ts';
import type { WriteData, WriterNotes } from '../response/write-json.ts';
import { nullPropagationErrors } from '../response/null-propagation.ts';
import { writeText } from '../response/write-json.ts';
import { type ObjectShape, contentsOf, type FieldShape, type Shape } from '../response-shape/shape.ts';
import type { TranslateErrors } from '../planning/alias-conflicts.ts';
import {
  type OwningField,
  findOwningFields,
  type Place,
  type AnswerPath,
} from '../response-shape/owning-fields.ts';
import type { Holds } from '../core/condition.ts';

export type Errors = readonly GraphQLFormattedError[];

/** What all objects of one execution share. */
export interface WriteContext {
  conditions: Readonly<Record<string, unknown>>;
  holds: Holds;
  ready: WriterNotes['ready'];
  writerOf: (shape: ObjectShape) => WriteData;
  translate: TranslateErrors;
  /** Returns the errors for what is denied in objects of a shape. */
  denialsOf: (shape: ObjectShape, object: Json) => Errors;
  /** Returns the conditional data that was read. */
  readsOf: (target: Target) => ConditionalReads | undefined;
}

interface Target extends Place {
  shape: ObjectShape;
}

/** An object as it is sent, and its deferred parts. */
interface WrittenObject {
  data: string;
  errors: GraphQLFormattedError[];
  owningFields: OwningField[];
  reads: ConditionalReads | undefined;
}

/**
 * Writes objects of the merged data, each with the errors that concern it.
 *
 * @param own errors of the fetches made for them. Errors that concern none of them, nor a part still to come, are
 *   reported with the first object
 * @param above errors of the answer and the parts that the objects were deferred from, because the planner may have
 *   fetched them with those
 */
export function writeObjects(
  targets: readonly Target[],
  own: Errors,
  above: Errors,
  context: WriteContext,
): WrittenObject[] {
  const { holds, translate, denialsOf } = context;
  const left = new Set(own);
  const objects = targets.map((target) => {
    const about = (error: GraphQLFormattedError) => coverageOf(target, error, holds);
    const concerning = own.filter((error) => about(error) !== null);
    for (const error of concerning) left.delete(error);
    const explaining = above.filter((error) => about(error) === 'null');
    const ofOthers = [...explaining, ...concerning];
    const concerned = ofOthers.length > 0 ? ofOthers : above.filter((error) => about(error) === 'beside');
    return writeObject(target, translate(concerned), context);
  });
  if (left.size > 0) {
    const owningFields = objects.flatMap((object) => object.owningFields);
    const unowed = [...left].filter((error) => !isOwed(owningFields, error, holds));
    objects[0]?.errors.push(...translate(unowed));
  }
  // A denied selection is reported once, however many objects there are.
  const [first] = targets;
  for (const { path, ...error } of first ? denialsOf(first.shape, first.object) : []) {
    objects[0]!.errors.push({ ...error, path: [...first!.path, ...path!] });
  }
  return objects;
}

function writeObject(
  target: Target,
  errors: GraphQLFormattedError[],
  { conditions, holds, ready, writerOf, readsOf }: WriteContext,
): WrittenObject {
  const { shape, object, path } = target;
  const notes = { broken: false, ready };
  const data = writeText(writerOf(shape), object, conditions, notes);
  if (notes.broken) {
    const ofOthers = errors.map((error) => ({ ...error, path: error.path?.slice(path.length) }));
    for (const error of nullPropagationErrors(shape, object, conditions, ofOthers)) {
      errors.push(error.path ? { ...error, path: [...path, ...error.path] } : error);
    }
  }
  const reads = readsOf(target);
  if (data === null) return { data: 'null', errors, owningFields: [], reads };
  // What a null removed from the answer has no parts.
  const seen = notes.broken ? (JSON.parse(data) as unknown) : undefined;
  return { data, errors, owningFields: findOwningFields(shape, target, holds, seen), reads };
}

/**
 * How an error concerns an object of the answer: it is about a null in it; about a value in it; about a field next
 * to one that is missing altogether, because the same fetch lost it; or none of these.
 */
type Coverage = 'null' | 'value' | 'beside' | null;

function coverageOf(
  { shape: root, object, innerPath }: Place & { shape: ObjectShape },
  { path }: GraphQLFormattedError,
  holds: Holds,
): Coverage {
  if (!path || !isWithin(path, innerPath)) return null;
  let shape: Shape = root;
  let value: unknown = object;
  for (const part of path.slice(innerPath.length)) {
    if (value == null) return 'null';
    if (typeof part === 'number') {
      if (shape.kind !== 'list' || !Array.isArray(value)) return null;
      value = value[part];
      shape = shape.item.shape;
      continue;
    }
    if (shape.kind !== 'object' || typeof value !== 'object') return null;
    const fields: readonly FieldShape[] = contentsOf(shape, value as Json, holds)?.fields ?? [];
    const field: FieldShape | undefined = fields.find(
      ({ source, condition }) => source === part && holds(condition),
    );
    if (!field) return lacksAny(fields, value as Json, holds) ? 'beside' : null;
    value = Object.hasOwn(value, part) ? (value as Json)[part] : undefined;
    shape = field.slot.shape;
  }
  return value == null ? 'null' : 'value';
}

function lacksAny(fields: readonly FieldShape[], object: Json, holds: Holds): boolean {
  return fields.some(
    ({ name, source, condition }) =>
      !name.startsWith('__') && holds(condition) && !Object.hasOwn(object, source),
  );
}

/** Returns whether one of the parts still to come will report the error. */
function isOwed(owningFields: readonly OwningField[], error: GraphQLFormattedError, holds: Holds): boolean {
  return owningFields.some((owningField) => {
    if (!error.path || !isWithin(error.path, owningField.innerPath)) return false;
    const { shape } = owningField.part;
    return (
      coverageOf({ ...owningField, shape }, error, holds) === 'null' ||
      isOwed(findOwningFields(shape, owningField, holds), error, holds)
    );
  });
}

function isWithin(path: AnswerPath, outer: AnswerPath): boolean {
  return outer.length <= path.length && outer.every((part, i) => part === path[i]);
}
