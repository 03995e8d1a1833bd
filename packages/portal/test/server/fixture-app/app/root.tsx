import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, type LoaderFunctionArgs, useRouteLoaderData } from 'react-router';
import { requestContext } from '../../../../app/context.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const { person, csrfToken, hasExpired, nonce } = context.get(requestContext);
  return { person, csrfToken, hasExpired, nonce };
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = (useRouteLoaderData('root') as { nonce: string } | undefined) ?? {};
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>Fixture</title>
        <link rel="icon" href="data:," />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        {children}
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** That of React Router prints the error, with the address. */
export function ErrorBoundary() {
  return <main>failed</main>;
}
