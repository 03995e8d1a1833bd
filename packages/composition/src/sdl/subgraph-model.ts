import type { LinkedNames } from '@yiwang/schema-directives';
import type { DirectiveDefinitionNode, DocumentNode } from 'graphql';
import type { TypeModel } from './type-model.ts';

/** What one department's SDL says, for rules that look at it without composing. */
export interface SubgraphModel {
  department: string;
  document: DocumentNode;
  names: LinkedNames;
  /** In the order of the SDL. */
  types: Map<string, TypeModel>;
  directives: DirectiveDefinitionNode[];
  /** Names of the root types; query first. */
  roots: { query: string; mutation: string; subscription: string };
}
