import './design/tokens.css';
import './design/base.css';
import './enhance/suggest.css';
import {
  data,
  Links,
  type LoaderFunctionArgs,
  Meta,
  type MiddlewareFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from 'react-router';
import type { ReactNode } from 'react';
import { requestContext } from './context.ts';
import enhanceUrl from './enhance/main.ts?worker&url';
import { ErrorPage } from './layout/error-page.tsx';
import { readerOf } from './layout/reader.ts';
import { readPreferences } from './layout/preferences.ts';
import { loadMessages } from './language/catalogs.ts';
import { isLanguage, LOCALES } from './language/languages.ts';
import { TextsProvider } from './language/text.tsx';
import type { Visitor } from './visitor.ts';

/** A page with `export const handle = { isInteractive: true }` is hydrated; all others send no framework to the browser. */
export interface PageHandle {
  isInteractive?: boolean;
}

export const middleware: MiddlewareFunction<Response>[] = [
  async ({ params }, next) => {
    await Promise.all([loadMessages('zh'), loadMessages('en')]);
    if (params['language'] !== undefined && !isLanguage(params['language']))
      throw data(null, { status: 404 });
    return next();
  },
];

export function loader({ request, context }: LoaderFunctionArgs): Visitor {
  const given = context.get(requestContext);
  const { person, hasExpired, csrfToken, nonce } = given;
  const { pathname, search } = new URL(request.url);
  return {
    person,
    hasExpired,
    reader: readerOf(given),
    csrfToken,
    nonce,
    preferences: readPreferences(request.headers.get('cookie')),
    path: `${pathname}${search}`,
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const visitor = useRouteLoaderData('root') as Visitor | undefined;
  const matches = useMatches();
  const { theme, size } = visitor?.preferences ?? readPreferences(null);
  const given = visitor?.path.split('/')[1];
  const language = isLanguage(given) ? given : 'zh';
  const isInteractive = matches.some(({ handle }) => (handle as PageHandle | undefined)?.isInteractive);
  const nonce = visitor?.nonce;
  return (
    <html
      lang={LOCALES[language]}
      data-language={language}
      data-theme={theme}
      data-size={size}
      data-reader={visitor?.reader}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={nonce} />
        <script type="module" nonce={nonce} src={enhanceUrl} />
      </head>
      <body>
        <TextsProvider language={language}>{children}</TextsProvider>
        {isInteractive && <ScrollRestoration nonce={nonce} />}
        {isInteractive && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Of what fails before it is known who looks, in which language: the frame of the pages needs that. */
export function ErrorBoundary() {
  return (
    <main id="main">
      <ErrorPage />
    </main>
  );
}
