import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { requestContext } from '../../../../app/context.ts';

/** What the gateway answers to whoever asks. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { graph } = context.get(requestContext);
  const { data, problems } = await graph.query<{ __typename: string }, object>(
    { toString: () => '{ __typename }' },
    {},
    { signal: request.signal },
  );
  return { data, problems: problems.map(({ code }) => code) };
}

export async function action({ request }: ActionFunctionArgs) {
  return { name: (await request.formData()).get('name') as string };
}

export default function Name() {
  const { data, problems } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <main>
      <p>{sent ? `Name: ${sent.name}` : 'Nothing was sent'}</p>
      <p>{data ? `Answer: ${data.__typename}` : `Problems: ${problems.join(' ')}`}</p>
      <a href="/">Home</a>
    </main>
  );
}
