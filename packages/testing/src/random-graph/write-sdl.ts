import {
  COLOURS,
  KEY_FIELDS,
  type Context,
  type Entity,
  type Field,
  type FieldType,
  INTERFACE,
  type Model,
  type Sharing,
  UNION,
} from './model.ts';

/** As departments link them. */
export const ACCESS_LINKS = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
      "@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override",
      "@context", "@fromContext", "@composeDirective", "@authenticated", "@requiresScopes"
    ])
    @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
    @composeDirective(name: "@sharing")
  directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
  enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
  enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
`;

/** The schema of one department of the model. */
export function writeSdl(model: Model, department: string): string {
  const { entities, values, queries } = model;
  const rule = (coordinate: string) => writeRule(model, coordinate);
  const ofType = (type: string) => writeSharing(model.access?.ofTypes.get(type) ?? null);
  const own = (type: string, fields: readonly Field[]) =>
    fields
      .filter((field) => answers(department, field))
      .map((field) => `${writeField(field, department)} ${rule(`${type}.${field.name}`)}`);
  const sets = (type: string) => {
    const contexts = contextsOf(model).filter(({ owner }) => owner === department);
    const isSetter = contexts.some(({ context }) => type === 'Query' || context!.setter === type);
    return isSetter ? '@context(name: "near")' : '';
  };
  const head = model.access ? ACCESS_LINKS : '';
  const isLabeller = department === model.labeller;
  if (department === model.annotator) {
    return `${head} type Query { ${own('Query', queries).join(' ')} }
      type ${INTERFACE} @key(fields: "id") @interfaceObject ${ofType(INTERFACE)} { id: ID! note: String ${rule(`${INTERFACE}.note`)} }`;
  }
  const byId = entities.filter(({ keys }) => keys.get(department)!.includes('id'));

  return [
    head,
    `scalar Anything enum Colour { ${COLOURS.join(' ')} }`,
    `type Spot @shareable { zone: ID! }`,
    `type Query ${sets('Query')} { ${own('Query', queries).join(' ')} }`,
    `type Mutation { bump_${department}(by: Int!): Int ${rule(`Mutation.bump_${department}`)} }`,
    `union ${UNION} = ${entities.map(({ name }) => name).join(' | ')}`,
    `interface ${INTERFACE} ${isLabeller && model.annotator ? '@key(fields: "id")' : ''} ${ofType(INTERFACE)} { id: ID! ${isLabeller ? `label: String ${rule(`${INTERFACE}.label`)}` : ''} }`,
    ...values
      .filter(({ owner }) => owner === department)
      .map(({ name, fields }) => `type ${name} ${ofType(name)} { ${own(name, fields).join(' ')} }`),
    ...entities.map((entity) => {
      const keys = entity.keys.get(department)!;
      return `type ${entity.name} ${byId.includes(entity) ? `implements ${INTERFACE}` : ''} ${keys.map((key) => `@key(fields: "${KEY_FIELDS[key]}")`).join(' ')} ${sets(entity.name)} ${ofType(entity.name)} {
        ${keys.map((key) => (key === 'spot' ? 'spot: Spot! number: ID!' : `${key}: ID!`)).join(' ')}
        ${isLabeller ? `label: String ${rule(`${entity.name}.label`)}` : ''}
        ${own(entity.name, entity.fields).join('\n')}
        ${externalFields(model, entity, department)
          .map((field) => `${writeField(field, department)} @external`)
          .join('\n')}
      }`;
    }),
  ].join('\n');
}

/** Fields of the entity that a department mentions but does not answer. */
export function externalFields(model: Model, entity: Entity, department: string): readonly Field[] {
  const required = entity.fields.flatMap(({ owner, requires }) =>
    owner === department && requires ? [requires.field] : [],
  );
  const everywhere = [model.queries, ...model.entities.map(({ fields }) => fields)].flat();
  const provided = everywhere.flatMap(({ owner, type, provides }) =>
    owner === department && type.base === entity.name && provides ? [provides] : [],
  );
  const taken = contextsOf(model).flatMap(({ owner, context }) =>
    owner === department && context!.setter === entity.name && context!.mark.owner !== department
      ? [context!.mark]
      : [],
  );
  return [...new Set([...required, ...provided, ...taken])];
}

/** Whether its schema has the field as its own, be it that another department has taken it over. */
export function answers(department: string, { owner, replaces }: Field): boolean {
  return owner === department || replaces?.from === department;
}

function contextsOf({ entities }: Model): readonly Field[] {
  return entities.flatMap(({ fields }) => fields.filter(({ context }) => context));
}

/** Whoever answers a field says the same about it; who only mentions it may not. */
function writeRule({ access }: Model, coordinate: string): string {
  const rule = access?.ofFields.get(coordinate);
  return rule ? `${writeSharing(rule.sharing)} ${rule.authenticated ? '@authenticated' : ''}` : '';
}

function writeSharing(sharing: Sharing | null): string {
  return sharing ? `@sharing(class: ${sharing})` : '';
}

function writeField(field: Field, department: string): string {
  const { name, owner, type, hasArgument, requires, provides, isProvided, isHidden, replaces, context } =
    field;
  const argument = hasArgument ? '(n: Int = 1)' : context ? `(in: String ${writeContext(context)})` : '';
  const label = replaces?.label ? `, label: "${replaces.label}"` : '';
  const directives = [
    requires
      ? `@requires(fields: "${requires.field.name}${requires.n === null ? '' : `(n: ${requires.n})`}")`
      : '',
    isProvided ? '@shareable' : '',
    isHidden && owner === department ? '@inaccessible' : '',
    replaces && owner === department ? `@override(from: "${replaces.from}"${label})` : '',
    provides ? `@provides(fields: "${provides.name}")` : '',
  ];
  return `${name}${argument}: ${writeType(type)} ${directives.join(' ')}`;
}

function writeContext({ setter, mark, anchor }: Context): string {
  return `@fromContext(field: "$near ... on Query { ${anchor.name} } ... on ${setter} { ${mark.name} }")`;
}

function writeType({ base, nonNull, lists }: FieldType): string {
  return lists.reduce(
    (inside, list) => `[${inside}]${list.nonNull ? '!' : ''}`,
    `${base}${nonNull ? '!' : ''}`,
  );
}
