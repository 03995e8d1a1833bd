import { type CaseFacts, type Countdown, nextActOf } from '../cases/case-state.ts';

/** A case or an application in the list of a person. */
export interface WorkRow {
  kind: 'CASE' | 'MATTER';
  number: string;
  name: string;
  nameEn: string | null;
  applicant: string | null;
  /** Id of the message that says where it stands. */
  state: string;
  /** Whose turn it is. */
  group: 'YOURS' | 'OFFICE' | 'ENDED';
  /** What is to be done: `cases.next.*` or `matters.next.*`. */
  act: string;
  /** Where that is done. */
  path: string;
  until: string | null;
  on: string;
  /** Materials that are to follow, or the steps that were returned. */
  about: string[];
  countdown?: Countdown | null;
}

interface CaseNode extends CaseFacts {
  number: string;
  receivedOn: string;
  source: string;
  applicant?: { name: string } | null;
  serviceItem?: { name: string } | null;
}

export function caseRow(node: CaseNode): WorkRow {
  const next = nextActOf(node);
  // Old cases of registers cannot be rated, and a rating is no duty: it does not stand first for ever.
  const isDuty = next.side === 'APPLICANT' && next.act !== 'RATE';
  const isEnded = next.side === 'NOBODY' || next.act === 'RATE';
  const path = `/cases/${node.number}`;
  return {
    kind: 'CASE',
    number: node.number,
    name: node.serviceItem?.name ?? node.number,
    nameEn: null,
    applicant: node.applicant?.name ?? null,
    state:
      node.state === 'DECIDED' && node.decision
        ? `cases.decision.${node.decision}`
        : `case.state.${node.state}`,
    group: isDuty ? 'YOURS' : isEnded ? 'ENDED' : 'OFFICE',
    act: `cases.next.${next.act}`,
    path,
    until: next.until,
    on: node.receivedOn,
    about: node.followUp?.materials ?? [],
  };
}

interface MatterNode {
  number: string;
  state: string;
  startedAt: string;
  dueOn?: string | null;
  matter?: { name: string; nameEn: string } | null;
  applicant?: { name: string } | null;
  steps: readonly { title: string; state: string }[];
}

export function matterRow(node: MatterNode): WorkRow {
  const returned = node.steps.filter(({ state }) => state === 'RETURNED');
  const act = node.state === 'IN_PROGRESS' && returned.length > 0 ? 'RETURNED' : node.state;
  const isYours = act === 'DRAFT' || act === 'RETURNED';
  const isOpen = act === 'IN_PROGRESS' || act === 'UNDOING';
  return {
    kind: 'MATTER',
    number: node.number,
    name: node.matter?.name ?? node.number,
    nameEn: node.matter?.nameEn ?? null,
    applicant: node.applicant?.name ?? null,
    state: `matters.state.${act}`,
    group: isYours ? 'YOURS' : isOpen ? 'OFFICE' : 'ENDED',
    act: `matters.next.${act}`,
    path: `/applications/${node.number}`,
    until: isOpen || act === 'RETURNED' ? (node.dueOn ?? null) : null,
    on: node.startedAt,
    about: returned.map(({ title }) => title),
  };
}

/** What has a last day comes first, the nearest day at the top; then what was begun last. */
export function sortRows(rows: readonly WorkRow[]): WorkRow[] {
  return rows.toSorted((one, other) => {
    if (one.until !== other.until) return (one.until ?? '9999') < (other.until ?? '9999') ? -1 : 1;
    return one.on < other.on ? 1 : -1;
  });
}
