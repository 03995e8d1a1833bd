import { data } from 'react-router';

/** An address that is none of ours. */
export function loader(): never {
  throw data(null, { status: 404 });
}

export default function UnknownPage() {
  return null;
}
