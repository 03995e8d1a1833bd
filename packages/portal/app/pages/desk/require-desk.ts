import { data, type LoaderFunctionArgs } from 'react-router';
import { requirePerson } from '../../graph/ask.ts';
import type { Person } from '../../context.ts';
import { deskOf } from './departments/desks.ts';
import type { Desk } from './model.ts';

/** The desk of the official who is signed in; all others are sent to sign in, or told that it is none of theirs. */
export function requireDesk(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  department?: string,
): { person: Person; desk: Desk } {
  const person = requirePerson(args);
  const desk = deskOf(person.department);
  if (!desk || (department !== undefined && department !== desk.department)) {
    throw data(null, { status: 403 });
  }
  return { person, desk };
}
