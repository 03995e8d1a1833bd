import type { UserError } from '../registry/answers.ts';

// What the exchange answers about sharing, as the selections here ask for it.

export interface SharingApplication {
  number: string;
  state: string;
  client: string;
  department: { name: string };
  fields: string[];
  basis: string;
  purpose: string;
  until: string;
  dueAt: string | null;
  dueWithoutHolidaysOf: number[];
  overdue: boolean;
  reason: string | null;
  grant: { id: string } | null;
  /** Fields that could not be read alone, each with those of which one has to be applied for as well, or all. */
  neededBeside: { coordinate: string; fields: string[]; all: boolean }[];
}

export interface Grant {
  id: string;
  state: string;
  client: string;
  department: { name: string };
  fields: string[];
  regions: { code: string }[] | null;
  from: string;
  until: string;
  reason: string | null;
}

export interface Correction {
  number: string;
  state: string;
  client: string;
  department: { name: string };
  coordinate: string;
  subject: string;
  problem: string;
  dueAt: string | null;
  dueWithoutHolidaysOf: number[];
  overdue: boolean;
  answer: string | null;
}

/** What a mutation answers: what it was about, under the name of its kind, and why nothing happened. */
export interface Payload {
  userErrors: UserError[];
  application?: SharingApplication | null;
  grant?: Grant | null;
  correction?: Correction | null;
}

/** What is asked of each kind. */
export const SELECTIONS = {
  application:
    'number state client department { name } fields basis purpose until dueAt dueWithoutHolidaysOf overdue reason grant { id } neededBeside { coordinate fields all }',
  grant: 'id state client department { name } fields regions { code } from until reason',
  correction:
    'number state client department { name } coordinate subject problem dueAt dueWithoutHolidaysOf overdue answer',
} as const;

export type Kind = keyof typeof SELECTIONS;
