import { type ActionFunctionArgs, redirect } from 'react-router';
import { graphOf, requirePerson } from '../../../graph/ask.ts';
import { errorsOf, type UserError } from '../forms/form-action.ts';
import { commandKey } from '../forms/save-step.ts';
import { RATE_CASE, WITHDRAW_CASE } from './case-documents.ts';

/** Why nothing was done, beside what was typed. */
export interface CaseActionResult {
  go: 'rate' | 'withdraw';
  typed: { stars: number | null; text: string };
  /** Null: no number of stars was chosen. */
  errors: UserError[] | null;
}

/** What can be done on the page of a case: withdraw it, rate it. */
export async function caseAction(args: ActionFunctionArgs): Promise<CaseActionResult | Response> {
  requirePerson(args);
  const number = args.params['number']!;
  const form = await args.request.formData();
  const go = form.get('go') === 'withdraw' ? 'withdraw' : 'rate';
  const text = String(form.get('text') ?? '').trim();
  const stars = Number(form.get('stars')) || null;
  const typed = { stars, text };
  const version = Number(form.get('version'));
  const key = commandKey(String(form.get('key')), go, version, typed);
  const here = `/${args.params['language']}/cases/${number}`;
  const graph = graphOf(args);
  if (go === 'rate' && stars === null) return { go, typed, errors: null };
  const [answer, payload] = go === 'rate' ? await rate() : await withdraw();
  if (payload?.case) return redirect(`${here}?done=${go}`, 303);
  return { go, typed, errors: errorsOf(answer, payload?.userErrors) };

  async function rate() {
    const rated = await graph.mutate(RATE_CASE, {
      number,
      stars: stars!,
      comment: text || null,
      version,
      key,
    });
    return [rated, rated.data?.rateCase] as const;
  }

  async function withdraw() {
    const withdrawn = await graph.mutate(WITHDRAW_CASE, { number, reason: text || null, version, key });
    return [withdrawn, withdrawn.data?.withdrawCase] as const;
  }
}
