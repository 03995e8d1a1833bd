// ESLint's rules for the schemas of departments, so that editors show them. They are those of `yiwang check`, as
// packages/composition/README.md lists them, as far as plug-ins have them, and what makes a connection one.
import graphql from '@graphql-eslint/eslint-plugin';
import { Kind, parse, print } from 'graphql';

/** Links what schemas may use of Federation; each schema's own links, of which there can be one only, are left out. */
const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: [
    "@authenticated", "@composeDirective", "@context", "@cost", "@extends", "@external", "@fromContext", "@inaccessible",
    "@interfaceObject", "@key", "@listSize", "@override", "@policy", "@provides", "@requires", "@requiresScopes", "@shareable", "@tag"
  ]
)`;

/** Types that only carry others, and are not described. */
const CARRIERS = '^(PageInfo|UserError)$|(Connection|Edge|Payload)$|^_';
const ROOTS = '^(Query|Mutation|Subscription)$';
/** Types that do not say what a value means. */
const PLAIN = '^(String|ID|Int|Float|Boolean|Date|DateTime|Decimal)$';

/**
 * @param {string[]} files the schemas to lint
 * @param {string[]} sdls all schemas, whole: types and directives that a file only uses are looked up in them
 * @returns {import('eslint').Linter.Config}
 */
export function graphqlConfig(files, sdls) {
  const definitions = sdls.map((sdl) =>
    parse(sdl).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION),
  );
  const schema = definitions.map((own) => print({ kind: Kind.DOCUMENT, definitions: own }));
  return {
    files,
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      // One schema of all: the plug-in keeps the first configuration that it reads, whichever file it is for.
      parserOptions: { graphQLConfig: { schema: [FEDERATION, ...schema] } },
    },
    rules: {
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: { style: 'PascalCase', ignorePattern: '^_' },
          FieldDefinition: { style: 'camelCase', ignorePattern: '^_' },
          InputValueDefinition: 'camelCase',
          EnumValueDefinition: { style: 'UPPER_CASE', requiredPattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/ },
        },
      ],
      '@graphql-eslint/require-description': [
        'error',
        { types: true, FieldDefinition: true, ignoredSelectors: undescribed(definitions) },
      ],
      '@graphql-eslint/relay-connection-types': 'error',
      'no-restricted-syntax': ['error', ...EDGES],
      // Pages go forward only; so relay-page-info, which demands startCursor, does not fit.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      ...Object.fromEntries(VALIDITY.map((rule) => [`@graphql-eslint/${rule}`, 'error'])),
    },
  };
}

/** In place of relay-edge-types, which keeps the edges of the first schema that it sees: in an editor, new ones are unknown to it. */
const EDGES = [
  ...['cursor', 'node'].map((field) => ({
    selector: `ObjectTypeDefinition[name.value=/Edge$/]:not(:has(> FieldDefinition[name.value=${field}])) > Name.name`,
    message: `An edge type must have the field \`${field}\`.`,
  })),
  {
    selector:
      'ObjectTypeDefinition[name.value=/Edge$/] > FieldDefinition[name.value=/^(cursor|node)$/]:has(ListType) > Name.name',
    message: 'A field of an edge type must not be a list.',
  },
  {
    selector:
      'ObjectTypeDefinition[name.value=/Connection$/] > FieldDefinition[name.value=edges]:not(:has(NamedType[name.value=/Edge$/])) > Name.name',
    message: '`edges` must list a type whose name ends in Edge.',
  },
];

/** What composition refuses all the same. */
const VALIDITY = [
  'known-argument-names',
  'known-directives',
  'known-type-names',
  'possible-type-extension',
  'provided-required-arguments',
  'unique-argument-names',
  'unique-directive-names',
  'unique-directive-names-per-location',
  'unique-enum-value-names',
  'unique-field-definition-names',
  'unique-input-field-names',
  'unique-operation-types',
  'unique-type-names',
];

/** Selectors of what needs no description; see packages/composition/src/lint/descriptions.ts. */
function undescribed(definitions) {
  const ENTITY = 'ObjectTypeDefinition:has(> Directive[name.value=key])';
  const entities = definitions.flat().filter((type) => keyFieldsOf(type).length > 0);
  const names = entities.map(({ name }) => name.value);
  const shared = entities.filter(({ description, name: { value } }) => {
    return description && names.indexOf(value) < names.lastIndexOf(value);
  });
  const keys = entities.map((type) => `[parent.name.value=${type.name.value}]${named(keyFieldsOf(type))}`);
  return [
    `ObjectTypeDefinition[name.value=/${CARRIERS}|${ROOTS}/]`,
    'EnumTypeDefinition[name.value=/^(SharingClass|UpdateCycle)$/]',
    // Entities of other departments, which describe them.
    `${ENTITY}${named(shared.map(({ name }) => name.value))}`,
    `${ENTITY}:not(:has(> FieldDefinition:not(${named(entities.flatMap(keyFieldsOf))})))`,
    `[parent.name.value=/${CARRIERS}/]`,
    ...new Set(keys),
    // The key of a type that is new.
    `${ENTITY} > FieldDefinition[gqlType.gqlType.name.value=ID]`,
    'FieldDefinition[name.value=/^_/]',
    'FieldDefinition:has(> Directive[name.value=external])',
    // The type says it.
    `FieldDefinition:not(:has(NamedType[name.value=/${PLAIN}/]))`,
  ];
}

const named = (names) => `[name.value=/^(${[...new Set(names)].join('|')})$/]`;

/** The names of the fields in each `@key` of a type. */
function keyFieldsOf({ directives = [] }) {
  return directives
    .filter(({ name }) => name.value === 'key')
    .flatMap((key) => key.arguments.filter(({ name }) => name.value === 'fields'))
    .flatMap(({ value }) => value.value.match(/\w+/g) ?? []);
}
