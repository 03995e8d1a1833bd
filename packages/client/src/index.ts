export { createClient } from './client.ts';
export { missingDepartments, type NeededGrant, neededGrants, problemsAt } from './partial-answers.ts';
export { NO_ANSWER } from './problems.ts';
export type {
  Answer,
  AskOptions,
  Client,
  ClientOptions,
  Document,
  Problem,
  Purpose,
  StreamedAnswer,
} from './types.ts';
