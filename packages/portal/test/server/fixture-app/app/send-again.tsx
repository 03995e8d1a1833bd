import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestContext } from '../../../../app/context.ts';

export function loader({ context }: LoaderFunctionArgs) {
  return context.get(requestContext).unsent;
}

/** The form that was not taken, as it was read. */
export default function SendAgain() {
  return <pre>{JSON.stringify(useLoaderData<typeof loader>())}</pre>;
}
