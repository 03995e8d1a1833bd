import type { RouteConfigEntry } from '@react-router/dev/routes';

export const DEVELOPERS_ROUTES: RouteConfigEntry[] = [];
