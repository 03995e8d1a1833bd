import { type ActionFunctionArgs, redirect } from 'react-router';
import { ask, graphOf, requirePerson } from '../../../graph/ask.ts';
import { errorsOf, type UserError } from '../forms/form-action.ts';
import { commandKey } from '../forms/save-step.ts';
import { FIND_ITEMS, GIVE_MANDATE, ITEM_NAME, REVOKE_MANDATE } from './mandates-documents.ts';

/** Else the browser keeps the place of the form that was sent, beneath what it has brought about. */
const TO_TOP = '#main';

export interface NamedItem {
  basicCode: string;
  name: string;
}

/** What was typed into the form of a new mandate. */
export interface TypedMandate {
  uscc: string;
  person: string;
  /** All matters, or those that are chosen. */
  scope: 'all' | 'some';
  chosen: NamedItem[];
  find: string;
  until: string;
}

export type MandateProblem = 'uscc' | 'person' | 'items' | 'until' | 'reason';

export interface MandatesResult {
  go: string;
  typed: TypedMandate | null;
  /** Of the mandate that was to be revoked. */
  reason: string;
  found: NamedItem[] | null;
  missing: MandateProblem[];
  errors: UserError[];
}

export async function mandatesAction(args: ActionFunctionArgs): Promise<MandatesResult | Response> {
  requirePerson(args);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const go = text('go');
  const home = `/${args.params['language']}/my/mandates`;
  const nothing: MandatesResult = { go, typed: null, reason: '', found: null, missing: [], errors: [] };
  if (go.startsWith('revoke:')) {
    const [, id, version] = go.split(':') as [string, string, string];
    const reason = text('reason');
    if (reason === '') return { ...nothing, missing: ['reason'] };
    const answer = await graphOf(args).mutate(REVOKE_MANDATE, {
      id,
      version: Number(version),
      reason,
      key: commandKey(text('key'), go, reason),
    });
    const revoked = answer.data?.revokeMandate;
    if (revoked?.mandate && revoked.userErrors.length === 0)
      return redirect(`${home}?done=revoked${TO_TOP}`, 303);
    return {
      ...nothing,
      reason,
      errors: errorsOf(answer, revoked?.userErrors),
    };
  }
  const codes = [...new Set(form.getAll('item').map(String))].slice(0, 100);
  const typed: TypedMandate = {
    uscc: text('uscc'),
    person: text('person'),
    scope: text('scope') === 'some' ? 'some' : 'all',
    chosen: await Promise.all(codes.map((code) => nameOf(code))),
    find: text('find'),
    until: text('until'),
  };
  if (go === 'find') {
    const { data } = typed.find ? await ask(args, FIND_ITEMS, { text: typed.find }) : { data: null };
    const found = (data?.catalogueItems?.edges ?? []).map(({ node }) => node);
    return { ...nothing, typed: { ...typed, scope: 'some' }, found };
  }
  const missing: MandateProblem[] = [];
  if (typed.uscc === '') missing.push('uscc');
  if (typed.person === '') missing.push('person');
  if (typed.scope === 'some' && codes.length === 0) missing.push('items');
  if (typed.until === '') missing.push('until');
  if (missing.length > 0) return { ...nothing, typed, missing };
  const input = {
    uscc: typed.uscc,
    person: typed.person,
    items: typed.scope === 'all' ? null : codes,
    until: typed.until,
  };
  const answer = await graphOf(args).mutate(GIVE_MANDATE, { input, key: commandKey(text('key'), input) });
  const given = answer.data?.giveMandate;
  if (given?.mandate && given.userErrors.length === 0) return redirect(`${home}?done=given${TO_TOP}`, 303);
  return { ...nothing, typed, errors: errorsOf(answer, given?.userErrors) };

  async function nameOf(basicCode: string): Promise<NamedItem> {
    const { data } = await ask(args, ITEM_NAME, { code: basicCode });
    return { basicCode, name: data?.catalogueItem?.name ?? basicCode };
  }
}
