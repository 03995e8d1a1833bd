import { type ActionFunctionArgs, redirect } from 'react-router';
import { preferenceCookies } from './preferences.ts';

/** Keeps what the forms of header and region pages choose, and goes back to the page. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const back = form.get('return');
  // Only to a page of our own: `//host` and `/\host` are addresses of others.
  const path = typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : `/${params['language']}`;
  const headers = new Headers();
  const isSecure = new URL(request.url).protocol === 'https:';
  for (const cookie of preferenceCookies(form, isSecure)) headers.append('set-cookie', cookie);
  return redirect(path, { headers, status: 303 });
}
