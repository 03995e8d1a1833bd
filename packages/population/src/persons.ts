import { readTable } from './read-table.ts';

/** A made-up person. */
export interface MadeUpPerson {
  /** `sub` of its tokens. */
  id: string;
  name: string;
}

/** The dozen persons as whom whoever tries the graph may sign in. */
export const PERSONS: readonly MadeUpPerson[] = readTable<'id' | 'name'>('persons');
