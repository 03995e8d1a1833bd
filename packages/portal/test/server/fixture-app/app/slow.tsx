import { Suspense } from 'react';
import { Await, useLoaderData } from 'react-router';

/** A page of which a part comes late. */
export function loader() {
  return { late: new Promise<string>((resolve) => setTimeout(resolve, 1_500, 'late part')) };
}

export default function Slow() {
  const { late } = useLoaderData<typeof loader>();
  return (
    <main>
      <p>early part</p>
      <Suspense fallback={<p>wait</p>}>
        <Await resolve={late}>{(text) => <p>{text}</p>}</Await>
      </Suspense>
    </main>
  );
}
