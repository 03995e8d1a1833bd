import { type ActionFunctionArgs, redirect } from 'react-router';
import { ask, graphOf } from '../../graph/ask.ts';
import { errorsOf, type UserError } from '../apply/forms/form-action.ts';
import { ONE_APPLICATION, REVISE_APPLICATION, SUBMIT_APPLICATION } from './grants-query.ts';
import { type ApplicationResult, contentOf, readApplication, refusalsOf } from './typed-application.ts';

/** Changes what an application says, and submits it again. Sent twice, it is submitted once. */
export async function reviseApplication(
  args: ActionFunctionArgs,
  number: string,
  form: FormData,
): Promise<ApplicationResult | Response> {
  const typed = readApplication(form);
  const { content, missing } = contentOf(typed);
  const result: ApplicationResult = { typed, missing, errors: [], made: [] };
  if (!content) return result;
  const before = await ask(args, ONE_APPLICATION, { number });
  const department = before.data?.sharingApplication?.department.name ?? null;
  const refused = (errors: readonly UserError[]): ApplicationResult => ({
    ...result,
    errors: refusalsOf(department ?? '', errors),
  });

  const input = { ...content, fields: typed.fields, department };
  const revised = await graphOf(args).mutate(REVISE_APPLICATION, { number, input });
  const revision = revised.data?.reviseSharingApplication;
  if (!revision?.application) return refused(errorsOf(revised, revision?.userErrors));
  const submitted = await graphOf(args).mutate(SUBMIT_APPLICATION, { number });
  const submission = submitted.data?.submitSharingApplication;
  if (!submission?.application) return refused(errorsOf(submitted, submission?.userErrors));
  return redirect(`/${args.params['language']}/grants?applied=${number}`, 303);
}
