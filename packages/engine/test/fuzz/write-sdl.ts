import { COLOURS, type Entity, type Field, type FieldType, INTERFACE, type Model, UNION } from './model.ts';

/** The schema of one department of the model. */
export function writeSdl(model: Model, department: string): string {
  const { entities, values, queries } = model;
  const own = (fields: readonly Field[]) =>
    fields.filter(({ owner }) => owner === department).map(writeField);
  const isLabeller = department === model.labeller;
  const byId = entities.filter(({ keys }) => keys.get(department)!.includes('id'));

  return [
    `scalar Anything enum Colour { ${COLOURS.join(' ')} }`,
    `type Query { ${own(queries).join(' ')} }`,
    `type Mutation { bump_${department}(by: Int!): Int }`,
    `union ${UNION} = ${entities.map(({ name }) => name).join(' | ')}`,
    `interface ${INTERFACE} { id: ID! ${isLabeller ? 'label: String' : ''} }`,
    ...values
      .filter(({ owner }) => owner === department)
      .map(({ name, fields }) => `type ${name} { ${own(fields).join(' ')} }`),
    ...entities.map((entity) => {
      const keys = entity.keys.get(department)!;
      return `type ${entity.name} ${byId.includes(entity) ? `implements ${INTERFACE}` : ''} ${keys.map((key) => `@key(fields: "${key}")`).join(' ')} {
        ${keys.map((key) => `${key}: ID!`).join(' ')}
        ${isLabeller ? 'label: String' : ''}
        ${own(entity.fields).join('\n')}
        ${externalFields(model, entity, department)
          .map((field) => `${writeField(field)} @external`)
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
  return [...new Set([...required, ...provided])];
}

function writeField({ name, type, hasArgument, requires, provides, isProvided }: Field): string {
  const argument = hasArgument ? '(n: Int = 1)' : '';
  const directives = [
    requires
      ? `@requires(fields: "${requires.field.name}${requires.n === null ? '' : `(n: ${requires.n})`}")`
      : '',
    isProvided ? '@shareable' : '',
    provides ? `@provides(fields: "${provides.name}")` : '',
  ];
  return `${name}${argument}: ${writeType(type)} ${directives.join(' ')}`;
}

function writeType({ base, nonNull, lists }: FieldType): string {
  return lists.reduce(
    (inside, list) => `[${inside}]${list.nonNull ? '!' : ''}`,
    `${base}${nonNull ? '!' : ''}`,
  );
}
