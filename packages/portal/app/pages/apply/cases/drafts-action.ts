import type { ActionFunctionArgs } from 'react-router';
import { caseFormAction } from './case-form-action.ts';

/** Saves what is typed while it is typed, for the script of the form. No page is loaded again for it. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const result = await caseFormAction(args);
  return result instanceof Response ? result : Response.json(result);
}
