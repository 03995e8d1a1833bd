import { type ClientActionFunctionArgs, data, isRouteErrorResponse } from 'react-router';
import type { FormResult } from './form-action.ts';
import { dropDraft } from './keep-draft.ts';

/** Sends a screen from the browser: when nothing comes back, the screen stays as it is, with all that was typed. */
export async function sendSafely({
  request,
  params,
  serverAction,
}: ClientActionFunctionArgs): Promise<unknown> {
  const sent = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    if (error instanceof Response) {
      // It leads on: the answers are saved.
      const isSaved = !error.headers.get('location')?.startsWith('/sign-in');
      if (isSaved) dropDraft(params['number']!, Number(sent.get('step')));
      throw error;
    }
    const status = isRouteErrorResponse(error) ? error.status : 0;
    const isSignedOut = status === 401 || status === 403;
    // With the status of an error nothing is loaded again, which would fail as well and take the screen away.
    return data(
      { kind: isSignedOut ? 'SIGNED_OUT' : 'NO_ANSWER' } satisfies FormResult,
      isSignedOut ? 401 : 503,
    );
  }
}
