/** Who asks: an application of a front end or of a department, and whom it asks for. */
export interface Client {
  id: string;
  /** The person who is signed in; null when the application asks for itself. */
  user: string | null;
  /** The department that the client belongs to, by its name in the graph; null for any other. */
  department: string | null;
  /** Without order and without repetition. */
  scopes: readonly string[];
}

/** Whoever did not sign in. Where they are told apart by what they call themselves, that stands behind `public:`. */
export const PUBLIC_CLIENT: Client = { id: 'public', user: null, department: null, scopes: [] };
