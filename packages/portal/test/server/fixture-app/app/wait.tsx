import type { LoaderFunctionArgs } from 'react-router';

/** Waits for its reader to leave, and counts how often that was. */
export async function loader({ request }: LoaderFunctionArgs) {
  const counts = globalThis as { leaves?: number };
  await new Promise((resolve) => request.signal.addEventListener('abort', resolve, { once: true }));
  counts.leaves = (counts.leaves ?? 0) + 1;
  return null;
}

export default function Wait() {
  return <p>never</p>;
}
