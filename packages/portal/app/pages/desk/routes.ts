import { route, type RouteConfigEntry } from '@react-router/dev/routes';

export const DESK_ROUTES: RouteConfigEntry[] = [
  route('desk', 'pages/desk/inbox.tsx'),
  route('desk/news', 'pages/desk/news.ts'),
  route('desk/:department/:number', 'pages/desk/desk-case.tsx'),
];
