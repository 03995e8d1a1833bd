import { route, type RouteConfigEntry } from '@react-router/dev/routes';

export const DASHBOARD_ROUTES: RouteConfigEntry[] = [
  route('dashboard', 'pages/dashboard/dashboard.tsx'),
  route('dashboard/download/:table', 'pages/dashboard/download.ts'),
  route('dashboard/indices/:index/:part', 'pages/dashboard/behind-index.tsx'),
];
