import { index, type RouteConfig, route } from '@react-router/dev/routes';
import { APPLY_ROUTES } from './pages/apply/routes.ts';
import { CATALOGUE_ROUTES } from './pages/catalogue/routes.ts';
import { DASHBOARD_ROUTES } from './pages/dashboard/routes.ts';
import { DESK_ROUTES } from './pages/desk/routes.ts';
import { DEVELOPERS_ROUTES } from './pages/developers/routes.ts';

/** Addresses begin with the language; each folder of pages names its own. */
export default [
  index('language/choose-language.ts'),
  route(':language', 'layout/site-layout.tsx', [
    index('pages/home/home.tsx'),
    route('send-again', 'layout/send-again.tsx'),
    route('session', 'layout/session.ts'),
    route('preferences', 'layout/preferences-action.ts'),
    route('enterprises/:uscc', 'pages/enterprise/enterprise.tsx'),
    route('grants', 'pages/grants/grants.tsx'),
    route('grants/:number', 'pages/grants/revise.tsx'),
    ...CATALOGUE_ROUTES,
    ...APPLY_ROUTES,
    ...DESK_ROUTES,
    ...DASHBOARD_ROUTES,
    ...DEVELOPERS_ROUTES,
    route('*', 'layout/unknown-page.tsx'),
  ]),
] satisfies RouteConfig;
