import type { RouteConfigEntry } from '@react-router/dev/routes';

export const DESK_ROUTES: RouteConfigEntry[] = [];
