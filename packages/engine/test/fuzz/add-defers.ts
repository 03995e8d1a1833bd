import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseConstValue,
  parseType,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Operation } from './make-operation.ts';
import type { Random } from '@yiwang/testing/random-graph';

const CONDITIONS = ['', '', '', 'if: true', 'if: false', 'if: $wait', 'if: $dont'];

/** The query with `@defer` at some of its fragments, and some of its fields in deferred fragments. A mutation stays as it is. */
export function addDefers({ query, variables }: Operation, random: Random): Operation {
  if (query.startsWith('mutation')) return { query, variables };
  const rate = random.pick([0.15, 0.3, 0.6]);

  function defer(): DirectiveNode {
    const given = `label: "" ${random.pick(CONDITIONS)}`;
    const [selection] = setOf(parse(`{ ... @defer(${given}) { a } }`)).selections;
    return selection!.directives![0]!;
  }

  const add = <Node extends SelectionNode>(node: Node): Node | undefined =>
    random.chance(rate) ? { ...node, directives: [...(node.directives ?? []), defer()] } : undefined;

  const document = visit(parse(query), {
    InlineFragment: { leave: add },
    FragmentSpread: { leave: add },
    SelectionSet: {
      leave: (set) => {
        if (!random.chance(rate)) return undefined;
        const at = random.below(set.selections.length);
        const inside = set.selections.slice(at, at + 1 + random.below(2));
        const selections = [...set.selections];
        selections.splice(at, random.chance(0.7) ? inside.length : 0, {
          kind: Kind.INLINE_FRAGMENT,
          directives: [defer()],
          selectionSet: { kind: Kind.SELECTION_SET, selections: inside },
        });
        return { ...set, selections };
      },
    },
  });
  return { query: print(declare(numberLabels(document))), variables };
}

/** A label is given once: parts are told apart by it. */
function numberLabels(document: DocumentNode): DocumentNode {
  let labels = 0;
  return visit(document, {
    Argument: (argument) =>
      argument.name.value === 'label' && argument.value.kind === Kind.STRING
        ? { ...argument, value: { ...argument.value, value: `l${(labels += 1)}` } }
        : undefined,
  });
}

/** Declares the variables that conditions of `@defer` use. */
function declare(document: DocumentNode): DocumentNode {
  const text = print(document);
  const used = [
    ['wait', 'Boolean! = true', 'true'] as const,
    ['dont', 'Boolean = false', 'false'] as const,
  ].filter(([name]) => text.includes(`if: $${name}`));
  return visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: [
        ...(operation.variableDefinitions ?? []),
        ...used.map(([name, type, value]) => ({
          kind: Kind.VARIABLE_DEFINITION as const,
          variable: { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: name } },
          type: parseType(type.split(' ')[0]!),
          defaultValue: parseConstValue(value),
        })),
      ],
    }),
  });
}

function setOf({ definitions }: DocumentNode): SelectionSetNode {
  return (definitions[0] as OperationDefinitionNode).selectionSet;
}
