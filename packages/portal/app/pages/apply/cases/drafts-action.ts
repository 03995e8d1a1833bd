import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { caseFormAction } from './case-form-action.ts';

/** Saves what is typed while it is typed, for the script of the form. No page is loaded again for it. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const result = await caseFormAction(args);
  return result instanceof Response ? result : Response.json(result);
}

/** Typed as an address, it leads to the page whose forms it takes. */
export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/${params['language']}/cases/${params['number']}/form`, 303);
}
