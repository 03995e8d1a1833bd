import { useRouteLoaderData } from 'react-router';
import type { Person } from './context.ts';
import type { Preferences } from './layout/preferences.ts';

/** What every page knows of who looks at it. */
export interface Visitor {
  person: Person | null;
  preferences: Preferences;
  csrfToken: string;
  nonce: string;
  /** Path and query of the page, for links that lead back to it. */
  path: string;
}

export function useVisitor(): Visitor {
  return useRouteLoaderData('root') as Visitor;
}
