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
  /** The form that `send-again` shows; null on all other pages. */
  unsent: UnsentForm | null;
}

/** A form that was not taken, with all that was typed: whoever typed it can send it again. */
export interface UnsentForm {
  /** Nobody is signed in any more, or somebody signed in anew after the page of the form was made. */
  reason: 'SIGNED_OUT' | 'OUT_OF_DATE';
  /** Path and query to which the form was sent. */
  to: string;
  fields: readonly { name: string; value: string }[];
}

export const requestContext = createContext<RequestContext>();
