import { type ActionFunctionArgs, redirect } from 'react-router';
import { ask, graphOf } from '../../graph/ask.ts';
import { readCatalogue } from '../../graph/read-catalogue.ts';
import { errorsOf } from '../apply/forms/form-action.ts';
import { commandKey } from '../apply/forms/save-step.ts';
import { APPLY_FOR_GRANT, OPEN_APPLICATIONS } from './grants-query.ts';
import { type ApplicationResult, contentOf, readApplication, refusalsOf } from './typed-application.ts';

/**
 * Applies at each department that owns some of the fields. What was made is not made again when the form is sent again: at the same moment by its
 * key, later by what it says, since the page may have been loaded anew.
 */
export async function applyForGrants(
  args: ActionFunctionArgs,
  form: FormData,
): Promise<ApplicationResult | Response> {
  const typed = readApplication(form);
  const { content, missing } = contentOf(typed);
  const result: ApplicationResult = { typed, missing, errors: [], made: [] };
  if (!content) return result;

  const { sharing } = await readCatalogue(args);
  const open = await ask(args, OPEN_APPLICATIONS, {});
  const known = (open.data?.sharingApplications?.edges ?? []).map(({ node }) => ({
    number: node.number,
    text: textOf({ ...node, regions: node.regions?.map(({ code }) => code) ?? null }),
  }));
  const base = String(form.get('key') ?? '');
  const groups = Map.groupBy(typed.fields, (coordinate) => sharing.get(coordinate)?.department ?? '');
  for (const [department, fields] of groups) {
    const input = { ...content, fields };
    const same = known.find(({ text }) => text === textOf(input));
    if (same) {
      result.made.push(same.number);
      continue;
    }
    const key = commandKey(base, 'applyForSharing', input);
    const answer = await graphOf(args).mutate(APPLY_FOR_GRANT, { input, key });
    const payload = answer.data?.applyForSharing;
    if (payload?.application && payload.userErrors.length === 0) {
      result.made.push(payload.application.number);
      continue;
    }
    result.errors.push(...refusalsOf(department, errorsOf(answer, payload?.userErrors)));
  }
  if (result.errors.length > 0) return result;
  return redirect(`/${args.params['language']}/grants?applied=${result.made.join(',')}`, 303);
}

/** Of two applications with the same content, the second is the first one sent again. */
function textOf(application: {
  fields: readonly string[];
  basis: string;
  purpose: string;
  until: string;
  regions?: readonly string[] | null;
}): string {
  const { fields, basis, purpose, until, regions } = application;
  return JSON.stringify([[...fields].sort(), basis, purpose, Date.parse(until), regions ?? null]);
}
