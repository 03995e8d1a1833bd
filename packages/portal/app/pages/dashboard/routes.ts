import type { RouteConfigEntry } from '@react-router/dev/routes';

export const DASHBOARD_ROUTES: RouteConfigEntry[] = [];
