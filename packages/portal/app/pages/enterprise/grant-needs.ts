import type { Answer, Problem } from '@yiwang/client';
import type { LoaderFunctionArgs } from 'react-router';
import type { Person } from '../../context.ts';
import type { ListedField } from '../../graph/field-list.tsx';
import { readCatalogue } from '../../graph/read-catalogue.ts';
import type { EnterpriseConditionalQuery } from '../../graphql/generated/graphql.ts';

/** What of the page is shared with condition and the citizen's own, so that it can be named to whom it is not shown. */
const CONDITIONAL_FIELDS = [
  'Taxpayer.creditGrades',
  'Enterprise.parcels',
  'Parcel.geometry',
  'Enterprise.cases',
];

/** How somebody stands to what is shared with condition. */
export type Standing =
  /** Acts for the enterprise: its data is their own. */
  | 'OWN'
  /** A citizen to whom it is not: grants are for clients of departments. */
  | 'CITIZEN'
  /** An official whose department has others for that. */
  | 'OFFICIAL'
  /** May apply in the name of the client. */
  | 'APPLICANT';

export interface GrantNeeds {
  standing: Standing;
  /** What was denied for want of a grant, by the department that decides. */
  departments: { department: string; fields: ListedField[] }[];
  /** Whether a grant is there, and only the purpose is missing. */
  lacksPurpose: boolean;
}

export type Conditional = NonNullable<EnterpriseConditionalQuery['enterprise']>;

/** Citizens have neither a department nor scopes: what they may see is what is theirs. */
export function standingOf(person: Person, data: EnterpriseConditionalQuery | null, uscc: string): Standing {
  if (person.scopes.includes('sharing:apply')) return 'APPLICANT';
  if (person.department !== null || person.scopes.length > 0) return 'OFFICIAL';
  const acts = data?.myMandates?.edges.some(
    ({ node }) => node.state === 'IN_FORCE' && node.enterprise.uscc === uscc,
  );
  return acts ? 'OWN' : 'CITIZEN';
}

/** What of a page needs a grant, as the graph has denied it. */
export async function grantNeeds(
  args: LoaderFunctionArgs,
  person: Person,
  answer: Answer<EnterpriseConditionalQuery>,
  uscc: string,
): Promise<GrantNeeds> {
  const standing = standingOf(person, answer.data, uscc);
  // Of rows that are not theirs citizens are told nothing, not even that something was denied.
  const denied =
    standing === 'CITIZEN'
      ? CONDITIONAL_FIELDS
      : [...new Set(answer.problems.flatMap(({ applyFor }) => applyFor))];
  const { sharing } =
    denied.length > 0
      ? await readCatalogue(args)
      : { sharing: new Map<string, { department: null; basis: null }>() };
  const fields = denied.map((coordinate) => ({
    coordinate,
    department: sharing.get(coordinate)?.department ?? '',
    basis: sharing.get(coordinate)?.basis ?? null,
  }));
  return {
    standing,
    departments: [...Map.groupBy(fields, ({ department }) => department)].map(([department, own]) => ({
      department,
      fields: own.map(({ coordinate, basis }) => ({ coordinate, basis })),
    })),
    lacksPurpose: answer.problems.some(({ code }) => code === 'PURPOSE_REQUIRED'),
  };
}

/** Problems that the page tells at the parts that they are about: none that stands in the panel on grants already. */
export function isToldAtPart({ code, path }: Problem): boolean {
  if (code === 'PURPOSE_REQUIRED') return false;
  // Who has read the data is for the enterprise itself, and for auditors: others lack nothing that they could ask for.
  return !(code === 'FORBIDDEN' && path.includes('accesses'));
}
