import { GraphQLError } from 'graphql';
import {
  codeOf,
  COLOURS,
  type Context,
  createRandom,
  type Entity,
  type Field,
  type FieldType,
  idsOf,
  INTERFACE,
  type Model,
  numberOf,
  type Random,
  UNION,
  zoneOf,
} from '@yiwang/testing/random-graph';

/** An object of the world. Entities are told apart by id, values by where they were found. */
export interface Thing {
  __typename: string;
  id: string;
  /** Of the judge's: the object that it was found in. */
  above?: Thing;
  /** What a reference brought along. */
  reference?: Readonly<Record<string, unknown>>;
}

type Arguments = Readonly<Record<string, unknown>>;

const TEXTS = [
  '',
  'plain',
  '汉字 “quoted”',
  '"\\\n\u0001',
  '\ud800 alone',
  '__proto__',
  'x'.repeat(80),
  '0',
  'null',
];
const FLOATS = [0, -0, 1.5, -1e21, 1e-7, 3, 2 ** 53];
const INTS = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)];
const ANYTHING = [
  '{"__proto__":{"a":1},"constructor":null}',
  '[[],{}]',
  '"text"',
  'false',
  '7',
  '{"a":[1,{"b":null}]}',
];

/**
 * What every field of the model is worth. A value is a function of seed, object, field and
 * argument, so departments and the judge agree on it without sharing tables.
 */
export class World {
  readonly model: Model;
  /** What mutations have done: their order shows in it. */
  counter = 0;

  constructor(model: Model) {
    this.model = model;
  }

  /** Told what departments are asked for. */
  onAsked: ((thing: Thing, type: string, name: string, department: string) => void) | null = null;

  bump(by: number): number {
    this.counter = (this.counter * 3 + by) % 1_000_003;
    return this.counter;
  }

  /** The value of a field where all departments' data is one. */
  merged(thing: Thing, type: string, name: string, args: Arguments): unknown {
    const entity = this.entity(type);
    if (entity && name === 'label' && !this.knows(entity, this.model.labeller, thing.id)) return null;
    const field = this.field(type, name);
    if (entity && field && !this.knows(entity, field.owner, thing.id)) return null;
    if (field?.context) return made(thing.id, { in: this.nearest(thing.above!, field.context) });
    const required = field?.requires;
    if (!entity || !required) return this.value(thing, type, name, args);
    if (!this.knows(entity, required.field.owner, thing.id)) return null;
    const n = required.field.hasArgument ? { n: required.n ?? 1 } : {};
    return made(this.value(thing, type, required.field.name, n), args);
  }

  /** The value of a field as its department answers it. */
  departmental(thing: Thing, type: string, name: string, args: Arguments, department: string): unknown {
    this.onAsked?.(thing, type, name, department);
    const field = this.field(type, name);
    if (field?.replaces?.label === null && field.replaces.from === department) {
      throw new Error('Asked for a field that another department has taken over.');
    }
    if (field?.context) return made(thing.id, { in: args['in'] ?? null });
    const required = field?.requires?.field.name;
    if (required === undefined) return this.value(thing, type, name, args);
    // Without a reference it was reached by a field that provides what is required.
    const { reference = { [required]: this.value(thing, type, required, {}) } } = thing;
    return made(reference[required], args);
  }

  /** What the context of a field is worth, beneath an object. */
  private nearest(above: Thing, { setter, mark, anchor }: Context): unknown {
    if (above.__typename === setter) return this.merged(above, setter, mark.name, {}) ?? null;
    if (above.__typename === 'Query') return this.merged(above, 'Query', anchor.name, {}) ?? null;
    return this.nearest(above.above!, { setter, mark, anchor });
  }

  knows(entity: Entity, department: string, id: string): boolean {
    return entity.known.get(department)!.has(id);
  }

  private value(thing: Thing, type: string, name: string, args: Arguments): unknown {
    if (name === 'id') return thing.id;
    if (name === 'code') return codeOf(thing.id);
    if (name === 'note') return `note on ${thing.id}`;
    if (name === 'number') return numberOf(thing.id);
    if (name === 'spot') return { __typename: 'Spot', id: thing.id };
    if (type === 'Spot') return zoneOf(thing.id);
    const place = `${this.model.seed}/${type}/${thing.id}/${name}/${JSON.stringify(args)}`;
    if (name === 'label') return `label of ${type} ${thing.id}`;
    const field = this.field(type, name)!;
    const random = createRandom(place);
    return this.make(field, field.type.lists.length, random, place);
  }

  private make(field: Field, depth: number, random: Random, place: string): unknown {
    const { type } = field;
    const nonNull = depth === 0 ? type.nonNull : type.lists[depth - 1]!.nonNull;
    if (!field.isSafe && random.chance(this.model.faultRate)) return this.fault(type, depth, random, place);
    if (!nonNull && random.chance(0.12)) return null;
    if (depth > 0) {
      return random.times(random.below(4), (i) => this.make(field, depth - 1, random, `${place}/${i}`));
    }
    return this.single(field, random, place);
  }

  private single({ type: { base }, owner }: Field, random: Random, place: string): unknown {
    switch (base) {
      case 'Int':
        return random.pick(INTS);
      case 'Float':
        return random.pick(FLOATS);
      case 'String':
      case 'ID':
        return random.pick(TEXTS);
      case 'Boolean':
        return random.chance(0.5);
      case 'Colour':
        return random.pick(COLOURS);
      case 'Anything':
        return JSON.parse(random.pick(ANYTHING));
      default:
        return this.object(base, owner, random, place);
    }
  }

  /** An entity that its department knows, or a value of its own. */
  private object(base: string, owner: string, random: Random, place: string): Thing | null {
    const entities = this.model.entities.filter(
      ({ name, keys }) =>
        name === base ||
        base === UNION ||
        (base === INTERFACE && (owner === this.model.annotator || keys.get(owner)!.includes('id'))),
    );
    if (base.startsWith('V')) return { __typename: base, id: place };
    if (entities.length === 0) return null;
    const entity = random.pick(entities);
    const knower = owner === this.model.annotator ? this.model.labeller : owner;
    const id = random.pick(idsOf(entity.name).filter((one) => this.knows(entity, knower, one)));
    return { __typename: entity.name, id };
  }

  private fault(type: FieldType, depth: number, random: Random, place: string): unknown {
    const kind = random.below(4);
    if (kind === 0) return null;
    if (kind === 1) return new GraphQLError(`Fault at ${place.length}.`);
    const isKnownObject = /^[EV]/.test(type.base);
    // No leaf but the own scalar takes it, and no interface has such a type.
    if (kind === 2 && depth > 0) return 'no list';
    if (kind === 2 && type.base !== 'Anything' && !isKnownObject) return { __typename: 'Nowhere' };
    throw new GraphQLError('Thrown.');
  }

  private entity(type: string): Entity | undefined {
    return this.model.entities.find(({ name }) => name === type);
  }

  private field(type: string, name: string): Field | undefined {
    const { queries, entities, values } = this.model;
    const fields =
      type === 'Query' ? queries : [...entities, ...values].find((one) => one.name === type)?.fields;
    return fields?.find((field) => field.name === name);
  }
}

function made(required: unknown, args: Arguments): string {
  return `${JSON.stringify(required)} ${JSON.stringify(args)}`;
}
