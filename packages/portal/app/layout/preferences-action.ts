import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { ownPath } from './own-path.ts';
import { preferenceCookies } from './preferences.ts';

/** Keeps what the forms of header and region pages choose, and goes back to the page. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const path = ownPath(form.get('return'), `/${params['language']}`);
  const headers = new Headers();
  const isSecure = new URL(request.url).protocol === 'https:';
  for (const cookie of preferenceCookies(form, isSecure)) headers.append('set-cookie', cookie);
  return redirect(path, { headers, status: 303 });
}

/** Typed as an address, it leads to the page whose forms it takes. */
export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/${params['language']}`, 303);
}
