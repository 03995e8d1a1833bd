import type { RouteConfigEntry } from '@react-router/dev/routes';

export const APPLY_ROUTES: RouteConfigEntry[] = [];
