import {
  type DocumentNode,
  execute,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

interface Request {
  query: string;
  variables?: Record<string, unknown>;
}

interface Reference {
  __typename: string;
}

/** A field of the root, to be answered apart from the others. */
interface RootField {
  responseName: string;
  node: FieldNode;
  /** Asks for this field alone. */
  document: DocumentNode;
  /** Of the variables in it. */
  variables: readonly string[];
}

const isEntities = ({ node }: RootField) => node.name.value === '_entities';

const plainTexts = new WeakMap<FieldNode, string>();

/** Remembers root fields and entities by what is asked of them, whatever they are asked with. */
export function createPieces(schema: () => GraphQLSchema, computed: () => void) {
  const fieldsByQuery = new Map<string, RootField[]>();
  /** By what is asked, then by the values of its variables. See {@link bytesOf}. */
  const allTexts = new Map<string, Map<string, string>>();

  async function compute({ document }: RootField, variableValues: Record<string, unknown>): Promise<unknown> {
    computed();
    const { data, errors } = await execute({ schema: schema(), document, variableValues });
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  }

  async function answerField(field: RootField, given: Record<string, unknown>): Promise<string> {
    const variables = Object.fromEntries(field.variables.map((name) => [name, given[name]]));
    if (isEntities(field)) return answerEntities(field, variables);
    const known = knownOf(field, '');
    const key = JSON.stringify(Object.values(variables));
    let text = known.get(key);
    if (text === undefined) {
      text = bytesOf(JSON.stringify(await compute(field, variables)));
      known.set(key, text);
    }
    return text;
  }

  async function answerEntities(field: RootField, variables: Record<string, unknown>): Promise<string> {
    const name = referencesOf(field);
    const { [name]: references, ...others } = variables as Record<string, Reference[]>;
    const rest = Object.keys(others).length === 0 ? '' : JSON.stringify(Object.values(others));
    let type: string | undefined;
    let known = new Map<string, string>();
    const texts = references!.map((reference) => {
      if (reference.__typename !== type) {
        type = reference.__typename;
        known = knownOf(field, type + rest);
      }
      return known.get(keyOf(reference));
    });
    const missing = references!.filter((_, i) => texts[i] === undefined);
    if (missing.length > 0) {
      const entities = (await compute(field, { ...others, [name]: missing })) as unknown[];
      missing.forEach((reference, i) => {
        knownOf(field, reference.__typename + rest).set(
          keyOf(reference),
          bytesOf(JSON.stringify(entities[i])),
        );
      });
      return answerEntities(field, variables);
    }
    return `[${texts.join(',')}]`;
  }

  /**
   * The texts of what is asked alike, whatever its alias and its variables are called.
   *
   * @param of what else has to be alike
   */
  function knownOf(field: RootField, of: string): Map<string, string> {
    const alike = plainTextOf(field) + of;
    let known = allTexts.get(alike);
    if (!known) allTexts.set(alike, (known = new Map()));
    return known;
  }

  return {
    /** The answer; see {@link bytesOf}. */
    async answer({ query, variables = {} }: Request): Promise<string> {
      let fields = fieldsByQuery.get(query);
      if (!fields) {
        fields = rootFields(query);
        fieldsByQuery.set(query, fields);
      }
      const parts: string[] = [];
      for (const field of fields) {
        parts.push(`${JSON.stringify(field.responseName)}:${await answerField(field, variables)}`);
      }
      return `{"data":{${parts.join(',')}}}`;
    },
  };
}

/** JSON as UTF-8, each byte as a character: to be put together without being encoded each time. */
export function bytesOf(json: string): string {
  return Buffer.from(json).toString('latin1');
}

/** Equal for equal references of one type. Most have one key. */
function keyOf(reference: Reference): string {
  const [, key, ...more] = Object.values(reference);
  return typeof key === 'string' && more.length === 0 ? key : JSON.stringify(reference);
}

function rootFields(query: string): RootField[] {
  const document = parse(query, { noLocation: true });
  const [operation, ...fragments] = document.definitions.toSorted((a) =>
    a.kind === Kind.OPERATION_DEFINITION ? -1 : 0,
  ) as [OperationDefinitionNode, ...DocumentNode['definitions']];
  return operation.selectionSet.selections.map((node) => {
    if (node.kind !== Kind.FIELD)
      throw new Error(`A synthetic department is asked for fields only: ${query}`);
    const variables: string[] = [];
    visit(node, { Variable: ({ name }) => void variables.push(name.value) });
    const alone: OperationDefinitionNode = {
      ...operation,
      variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
        variables.includes(variable.name.value),
      ),
      selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
    };
    return {
      responseName: node.alias?.value ?? node.name.value,
      node,
      document: { kind: Kind.DOCUMENT, definitions: [alone, ...fragments] },
      variables,
    };
  });
}

function plainTextOf({ node }: RootField): string {
  let text = plainTexts.get(node);
  if (text === undefined) {
    let count = 0;
    const plain = visit(
      { ...node, alias: undefined },
      { Variable: (variable) => ({ ...variable, name: { kind: Kind.NAME, value: `v${count++}` } }) },
    );
    text = print(plain);
    plainTexts.set(node, text);
  }
  return text;
}

function referencesOf({ node }: RootField): string {
  const value = node.arguments!.find(({ name }) => name.value === 'representations')!.value;
  if (value.kind !== Kind.VARIABLE) throw new Error('References come in a variable.');
  return value.name.value;
}
