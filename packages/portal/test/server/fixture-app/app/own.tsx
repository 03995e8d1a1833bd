import { type ActionFunctionArgs, data } from 'react-router';
import { requestContext } from '../../../../app/context.ts';

/** Of a page that takes forms of whoever is signed in only. */
export function action({ context }: ActionFunctionArgs) {
  if (!context.get(requestContext).person) throw data(null, { status: 401 });
  return 'taken';
}

export default function Own() {
  return null;
}
