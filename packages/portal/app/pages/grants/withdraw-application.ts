import { type ActionFunctionArgs, redirect } from 'react-router';
import { graphOf } from '../../graph/ask.ts';
import { errorsOf, type UserError } from '../apply/forms/form-action.ts';
import { WITHDRAW_APPLICATION } from './grants-query.ts';

/** Why an application was not withdrawn, beside what was typed. */
export interface WithdrawalResult {
  withdraw: string;
  reason: string;
  errors: UserError[];
}

export async function withdrawApplication(
  args: ActionFunctionArgs,
  number: string,
  form: FormData,
): Promise<WithdrawalResult | Response> {
  const reason = String(form.get('reason') ?? '').trim();
  const answer = await graphOf(args).mutate(WITHDRAW_APPLICATION, { number, reason: reason || null });
  const payload = answer.data?.withdrawSharingApplication;
  if (payload?.application && payload.userErrors.length === 0) {
    return redirect(`/${args.params['language']}/grants?withdrawn=${number}#main`, 303);
  }
  return { withdraw: number, reason, errors: errorsOf(answer, payload?.userErrors) };
}
