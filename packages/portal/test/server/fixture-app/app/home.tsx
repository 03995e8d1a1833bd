import { useRouteLoaderData } from 'react-router';
import type { Person } from '../../../../app/context.ts';

interface Visitor {
  person: Person | null;
  csrfToken: string;
  hasExpired: boolean;
}

/** Who is signed in, and the forms that change something. */
export default function Home() {
  const { person, csrfToken, hasExpired } = useRouteLoaderData('root') as Visitor;
  return (
    <main>
      <h1>{person ? `Signed in as ${person.name} (${person.id})` : 'Nobody is signed in'}</h1>
      {hasExpired && <p>The session has expired</p>}
      {person && <p>{`${person.department ?? 'citizen'}: ${person.scopes.join(' ')}`}</p>}
      <a href="/sign-in?return=/name?x=1">Sign in</a>
      <form method="post" action="/name">
        <input type="hidden" name="csrf" value={csrfToken} />
        <input name="name" defaultValue="林" />
        <button>Send</button>
      </form>
      <form method="post" action="/sign-out">
        <input type="hidden" name="csrf" value={csrfToken} />
        <button>Sign out</button>
      </form>
    </main>
  );
}
