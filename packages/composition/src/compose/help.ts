/** What to do about a fault of composition, in plain words, by its code. Only those that departments meet. */
const HELP: Readonly<Record<string, string>> = {
  COMPOSITION_ABORTED:
    'Two departments use one directive or specification in ways that do not go together. Import @sharing and @sensitive under their own names, as the other departments do.',
  INVALID_GRAPHQL:
    'The SDL is not valid GraphQL. Look at the line and column given: often a brace, a bracket or a type is missing there.',
  SATISFIABILITY_ERROR:
    'There is a field that no query can reach: on the way to it, one department cannot hand over to the next. Give the type a @key that both departments have, and let the department the query comes from provide the key’s fields. If a key was renamed or removed, bring the old one back beside the new one.',
  INVALID_FIELD_SHARING:
    'Two departments answer the same field, and not both agree to it. Leave the field to the department that owns it; or mark it @shareable in every department, if all give the same value.',
  FIELD_TYPE_MISMATCH:
    'Departments give the field different types. Agree on one type. They may differ in being nullable only.',
  FIELD_ARGUMENT_TYPE_MISMATCH: 'Departments take different types for the argument. Agree on one type.',
  FIELD_ARGUMENT_DEFAULT_MISMATCH:
    'Departments have different defaults for the argument. Agree on one default, or on none.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH:
    'One department requires an argument that another does not have. Make it optional, or add it to every department that has the field.',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH:
    'One department requires an input field that another does not have. Make it optional, or add it to every department that has the input.',
  EXTERNAL_MISSING_ON_BASE:
    'A field is marked @external, but no other department has it. Remove the field, or correct its name: the owner may have renamed it.',
  EXTERNAL_TYPE_MISMATCH:
    'A field marked @external has another type here than where it comes from. Give it the owner’s type.',
  EXTERNAL_UNUSED: 'A field is marked @external and used by no @key, @requires or @provides. Remove it.',
  KEY_INVALID_FIELDS:
    'A @key names a field that the type does not have here. Correct the name, or add the field: a key that was renamed must be renamed in every place.',
  KEY_FIELDS_HAS_ARGS: 'A @key names a field that takes arguments. Use a field without.',
  REQUIRES_INVALID_FIELDS:
    'A @requires names a field that the type does not have here. Declare the field here too, marked @external.',
  REQUIRES_FIELDS_MISSING_EXTERNAL:
    'A @requires names a field that this department owns itself. Remove it from @requires, or mark the field @external if another department owns it.',
  PROVIDES_INVALID_FIELDS:
    'A @provides names a field that the type does not have here. Correct the name, or declare the field, marked @external.',
  ENUM_VALUE_MISMATCH:
    'Departments have different values of an enum that is both taken and given. Every department must have the same values: add the missing one everywhere first, or remove the new one.',
  EMPTY_MERGED_INPUT_TYPE:
    'The departments have no field of the input in common. Agree on the fields, or give the inputs different names.',
  EMPTY_MERGED_ENUM_TYPE:
    'The departments have no value of the enum in common. Agree on the values, or give the enums different names.',
  TYPE_KIND_MISMATCH:
    'Departments use one name for different kinds of type, such as an object here and an enum there. Rename one of them.',
  INTERFACE_FIELD_NO_IMPLEM:
    'An object no longer has a field that its interface promises, because another department added that field to the interface. Add the field to the object, too.',
  NO_QUERIES: 'No department has a query, so nothing can be asked. At least one must define type Query.',
  NO_SUBGRAPHS: 'Name at least one department.',
  DUPLICATE_SUBGRAPH_NAME: 'Name each department once.',
  INVALID_LINK_DIRECTIVE_USAGE:
    'An @link cannot be read. Copy it from another department: the address, the version and the list of imports.',
  INVALID_LINK_IDENTIFIER: 'The address of an @link is not one. Copy it from another department.',
  UNKNOWN_LINK_VERSION:
    'An @link names a version that is not known here. Use the version of the other departments.',
  UNKNOWN_FEDERATION_LINK_VERSION:
    'The @link names a version of Federation that is not known here. Use https://specs.apollo.dev/federation/v2.9.',
  DIRECTIVE_DEFINITION_INVALID:
    'A directive is defined differently from its specification. Remove the definition, or copy it from another department.',
  DIRECTIVE_COMPOSITION_ERROR:
    'Departments do not compose the same version of a directive. Copy the @link and @composeDirective lines of another department.',
  INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS:
    'Departments say different things of the same place. Use the directive with the same arguments in every department.',
  OVERRIDE_SOURCE_HAS_OVERRIDE:
    'Two departments take the field over from each other. Keep @override in one of them.',
  TIME_LIMIT:
    'The departments together are too much to compose in time. Try again; if it stays so, look for a type that very many others lead to, or divide the department.',
  MEMORY_LIMIT: 'The departments together are too much to compose. Remove what is not needed.',
  TOO_LARGE: 'Remove what is not needed, or divide the department in two.',
};

/** Plain words for an engineer of a department; null for a code that no department is likely to meet. */
export function helpFor(code: string): string | null {
  return HELP[code] ?? null;
}
