import { redirect } from 'react-router';
import { preferredLanguage } from './languages.ts';

/** The address without a language leads to the one that the browser asks for. */
export function loader({ request }: { request: Request }): Response {
  const language = preferredLanguage(request.headers.get('accept-language'));
  return redirect(`/${language}`, { headers: { vary: 'accept-language' } });
}
