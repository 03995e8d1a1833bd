import { route, type RouteConfigEntry } from '@react-router/dev/routes';

export const DEVELOPERS_ROUTES: RouteConfigEntry[] = [
  route('developers', 'pages/developers/developers.tsx'),
  route('developers/schema.graphql', 'pages/developers/schema-download.ts'),
  route('developers/reference', 'pages/developers/reference.tsx'),
  route('developers/reference/:type', 'pages/developers/reference-type.tsx'),
  route('developers/changes', 'pages/developers/changes.tsx'),
  route('developers/errors', 'pages/developers/errors.tsx'),
  route('developers/examples', 'pages/developers/examples.tsx'),
  route('developers/grants', 'pages/developers/grants.tsx'),
];
