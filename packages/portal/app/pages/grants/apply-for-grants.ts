import { type ActionFunctionArgs, redirect } from 'react-router';
import { ask, graphOf, requirePerson } from '../../graph/ask.ts';
import { readCatalogue } from '../../graph/read-catalogue.ts';
import { APPLY_FOR_GRANT, OPEN_APPLICATIONS } from './grants-query.ts';

/** What was typed into an application. */
export interface TypedApplication {
  fields: string[];
  basis: string;
  purpose: string;
  /** The last day of the grant, in China. */
  until: string;
  /** Empty for all regions. */
  region: string;
}

/** The control that is empty or wrong. */
export type ApplicationProblem = 'fields' | 'basis' | 'purpose' | 'until' | 'region' | 'all';

export interface ApplicationResult {
  typed: TypedApplication;
  missing: ApplicationProblem[];
  /** What departments refused, and the number of the applications that were made before. */
  errors: { department: string; code: string; message: string; field: ApplicationProblem }[];
  made: string[];
}

/** Applies at each department that owns some of the fields. What was made is not made again when the form is sent again. */
export async function applyForGrants(args: ActionFunctionArgs): Promise<ApplicationResult | Response> {
  requirePerson(args);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const typed: TypedApplication = {
    fields: [...new Set(form.getAll('field').map(String))].slice(0, 200),
    basis: text('basis'),
    purpose: text('purpose').replaceAll('\r\n', '\n'),
    until: text('until'),
    region: text('region'),
  };
  const missing: ApplicationProblem[] = [];
  if (typed.fields.length === 0) missing.push('fields');
  if (typed.basis === '') missing.push('basis');
  if (typed.purpose === '') missing.push('purpose');
  const until = endOf(typed.until);
  if (until === null) missing.push('until');
  const result: ApplicationResult = { typed, missing, errors: [], made: [] };
  if (until === null || missing.length > 0) return result;

  const { sharing } = await readCatalogue(args);
  const open = await ask(args, OPEN_APPLICATIONS, {});
  const known = (open.data?.sharingApplications?.edges ?? []).map(({ node }) => ({
    number: node.number,
    text: contentOf({ ...node, regions: node.regions?.map(({ code }) => code) ?? null }),
  }));
  const groups = Map.groupBy(typed.fields, (coordinate) => sharing.get(coordinate)?.department ?? '');
  for (const [department, fields] of groups) {
    const { basis, purpose, region } = typed;
    const input = { fields, basis, purpose, until, regions: region === '' ? null : [region] };
    const same = known.find(({ text: one }) => one === contentOf(input));
    if (same) {
      result.made.push(same.number);
      continue;
    }
    const { data, problems } = await graphOf(args).mutate(APPLY_FOR_GRANT, { input });
    const payload = data?.applyForSharing;
    if (payload?.application && payload.userErrors.length === 0) {
      result.made.push(payload.application.number);
      continue;
    }
    const told = payload?.userErrors ?? problems.map(({ code, message }) => ({ code, message, field: null }));
    result.errors.push(
      ...told.map(({ code, message, field }) => ({ department, code, message, field: controlOf(field) })),
    );
  }
  if (result.errors.length > 0) return result;
  return redirect(`/${args.params['language']}/grants?applied=${result.made.join(',')}`, 303);
}

/** Midnight in China after a day such as 2027-01-31; null when it is no day. */
function endOf(day: string): string | null {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T16:00:00Z`) : Number.NaN;
  return Number.isNaN(midnight) ? null : new Date(midnight).toISOString();
}

/** Of two applications with the same content, the second is the first one sent again. */
function contentOf(application: {
  fields: readonly string[];
  basis: string;
  purpose: string;
  until: string;
  regions?: readonly string[] | null;
}): string {
  const { fields, basis, purpose, until, regions } = application;
  return JSON.stringify([[...fields].sort(), basis, purpose, Date.parse(until), regions ?? null]);
}

function controlOf(field: readonly string[] | null | undefined): ApplicationProblem {
  const name = field?.[1] === 'regions' ? 'region' : field?.[1];
  return (['fields', 'basis', 'purpose', 'until', 'region'] as const).find((one) => one === name) ?? 'all';
}
