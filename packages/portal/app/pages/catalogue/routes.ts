import type { RouteConfigEntry } from '@react-router/dev/routes';

export const CATALOGUE_ROUTES: RouteConfigEntry[] = [];
