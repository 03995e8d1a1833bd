import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const FOLDER = 'pages/catalogue';

export const CATALOGUE_ROUTES: RouteConfigEntry[] = [
  route('search', `${FOLDER}/search/search.tsx`),
  route('suggestions', `${FOLDER}/search/suggestions.ts`),
  route('regions', `${FOLDER}/regions/regions.tsx`),
  route('regions/:code', `${FOLDER}/regions/region.tsx`),
  route('items', `${FOLDER}/items/items.tsx`),
  route('items/:code', `${FOLDER}/items/item.tsx`),
  route('matters', `${FOLDER}/matters/matters.tsx`),
  route('matters/:code', `${FOLDER}/matters/matter.tsx`),
  route('certificates', `${FOLDER}/certificates/certificates.tsx`),
  route('accessibility', `${FOLDER}/accessibility/accessibility.tsx`),
];
