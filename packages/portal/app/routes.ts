import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('language/choose-language.ts'),
  route(':language', 'layout/site-layout.tsx', [
    index('pages/home/home.tsx'),
    route('preferences', 'layout/preferences-action.ts'),
    route('enterprises/:uscc', 'pages/enterprise/enterprise.tsx'),
    route('*', 'layout/unknown-page.tsx'),
  ]),
] satisfies RouteConfig;
