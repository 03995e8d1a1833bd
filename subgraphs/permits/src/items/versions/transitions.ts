import type { ItemVersionEventRow, ItemVersionState } from '../item-tables.ts';
import type { ItemScope } from './authorize-official.ts';

export type VersionAction = Extract<
  ItemVersionEventRow['action'],
  'REVISE' | 'SUBMIT' | 'RETURN' | 'PUBLISH'
>;

/** Who may take an action, in which state, and what it leads to. */
interface Transition {
  scope: ItemScope;
  from: ItemVersionState;
  to: ItemVersionState;
}

/** What officials do to a version. Publishing also supersedes the one before. */
export const VERSION_TRANSITIONS: Readonly<Record<VersionAction, Transition>> = {
  REVISE: { scope: 'items:edit', from: 'DRAFT', to: 'DRAFT' },
  SUBMIT: { scope: 'items:edit', from: 'DRAFT', to: 'IN_REVIEW' },
  RETURN: { scope: 'items:publish', from: 'IN_REVIEW', to: 'DRAFT' },
  PUBLISH: { scope: 'items:publish', from: 'IN_REVIEW', to: 'PUBLISHED' },
};
