import type { Client } from '@yiwang/client';
import { createContext } from 'react-router';

/** Who is signed in. */
export interface Person {
  /** `sub` of the provider: for whom mandates are looked up. */
  id: string;
  name: string;
  /** The department whose official it is, by its name in the graph; null for citizens. */
  department: string | null;
  scopes: readonly string[];
}

/** What the server gives to the pages, for each request. */
export interface RequestContext {
  /** Null when nobody is signed in. */
  person: Person | null;
  /** Whether somebody was signed in until lately and did not sign out: the page offers to sign in again, and to return to it. */
  hasExpired: boolean;
  /** Asks the one schema, in the name of whoever is signed in. */
  graph: Client;
  /** Of this response's content security policy. */
  nonce: string;
  /** What a form sends as `csrf`, so that no other site can send it. Empty when nobody is signed in. */
  csrfToken: string;
}

export const requestContext = createContext<RequestContext>();
