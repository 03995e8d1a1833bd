import { route, type RouteConfigEntry } from '@react-router/dev/routes';

const FOLDER = 'pages/apply';

export const APPLY_ROUTES: RouteConfigEntry[] = [
  route('apply/:item', `${FOLDER}/apply.tsx`),
  route('cases/:number', `${FOLDER}/cases/case.tsx`),
  route('cases/:number/form', `${FOLDER}/cases/case-form.tsx`),
  route('cases/:number/drafts', `${FOLDER}/cases/drafts-action.ts`),
  route('cases/:number/uploads', `${FOLDER}/cases/uploads-action.ts`),
  route('matters/:code/apply', `${FOLDER}/matters/matter-apply.tsx`),
  route('applications/:number', `${FOLDER}/matters/application.tsx`),
  route('applications/:number/form', `${FOLDER}/matters/application-form.tsx`),
  route('applications/:number/drafts', `${FOLDER}/matters/drafts-action.ts`),
  route('my', `${FOLDER}/my/my.tsx`),
  route('my/mandates', `${FOLDER}/mandates/mandates.tsx`),
];
