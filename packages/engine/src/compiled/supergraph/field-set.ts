import { type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';

/** The selections of a directive's text, with or without braces around them. */
export function parseFieldSet(text: string): SelectionSetNode {
  const set = text.trim().startsWith('{') ? text : `{${text}}`;
  return (parse(set, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}
