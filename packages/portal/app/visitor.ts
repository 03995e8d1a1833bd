import { useRouteLoaderData } from 'react-router';
import type { Person } from './context.ts';
import type { Preferences } from './layout/preferences.ts';

/** What every page knows of who looks at it. */
export interface Visitor {
  person: Person | null;
  /** Whether the reader was signed in until lately, and did not sign out. */
  hasExpired: boolean;
  /** As `readerOf` says it. */
  reader: string;
  preferences: Preferences;
  csrfToken: string;
  nonce: string;
  /** Path and query of the page, for links that lead back to it. */
  path: string;
}

export function useVisitor(): Visitor {
  return useRouteLoaderData('root') as Visitor;
}
