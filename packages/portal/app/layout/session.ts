import type { LoaderFunctionArgs } from 'react-router';
import { requestContext } from '../context.ts';
import { readerOf } from './reader.ts';

/** Tells a page that was left open who is signed in by now. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const reader = readerOf(context.get(requestContext));
  return Response.json({ reader }, { headers: { 'cache-control': 'no-store' } });
}
