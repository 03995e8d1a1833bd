import { graphql } from '../../../graphql/generated/gql.ts';
import type {
  DeskRegistrationCaseQuery,
  DeskRegistrationInboxQuery,
} from '../../../graphql/generated/graphql.ts';
import type { Desk, DeskAnswer, DeskCase, DeskRow, Value } from '../model.ts';
import { toEvents, toPage } from './shared.ts';
import { STEPS } from './enterprises-steps.ts';

const INBOX = graphql(`
  query DeskRegistrationInbox($filter: RegistrationInboxFilter, $first: Int!, $after: String) {
    inbox: registrationInbox(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          number
          state
          receivedOn
          actBy
          isOverdue
          name
          region {
            code
            fullName
          }
        }
      }
    }
  }
`);

const CASE = graphql(`
  query DeskRegistrationCase($number: ID!) {
    registrationCase(number: $number) {
      number
      state
      version
      decision
      receivedOn
      dueOn
      actBy
      isOverdue
      decidedOn
      name
      person
      type {
        code
        name
      }
      industry {
        code
        name
      }
      capitalCny
      businessScope
      address
      defects {
        about
        problem
      }
      enterprise {
        uscc
        name
      }
      times {
        officialHours
        applicantHours
        suspendedHours
      }
      timeline {
        on
        at
        step
        side
        note
      }
      region {
        code
        fullName
      }
    }
  }
`);

type Node = NonNullable<DeskRegistrationInboxQuery['inbox']>['edges'][number]['node'];

function toRow(node: Node): DeskRow {
  return {
    number: node.number,
    state: node.state,
    item: { message: 'desk.item.registration' },
    itemCode: null,
    applicant: node.name,
    region: node.region?.fullName ?? null,
    receivedOn: node.receivedOn,
    actBy: node.actBy ?? null,
    isOverdue: node.isOverdue,
  };
}

function toCase({ registrationCase: one }: DeskRegistrationCaseQuery): DeskCase | null {
  if (!one) return null;
  const answer = (path: string, value: Value): DeskAnswer => ({
    path,
    label: { message: `desk.field.${path}` },
    value,
    origin: null,
  });
  const text = (of: string | null | undefined, kind: 'text' | 'money' | 'code' = 'text'): Value =>
    of ? { kind, text: of } : { kind: 'none' };
  const events = toEvents(one.timeline);
  // The case holds what was missing itself, and it is returned at most once.
  const returned = events.find(({ step }) => step === 'RETURNED');
  if (returned)
    returned.defects = (one.defects ?? []).map(({ about, problem }) => ({ about: about ?? null, problem }));
  return {
    ...toRow(one),
    version: one.version,
    decision: one.decision ?? null,
    dueOn: one.dueOn ?? null,
    statutoryDueOn: null,
    decidedOn: one.decidedOn ?? null,
    extensionDays: null,
    answers: [
      answer('name', text(one.name)),
      answer('person', text(one.person, 'code')),
      answer('type', text(one.type.name)),
      answer('industry', text(one.industry && `${one.industry.code} ${one.industry.name}`)),
      answer('capitalCny', text(one.capitalCny, 'money')),
      answer('address', text(one.address)),
      answer('businessScope', text(one.businessScope)),
    ],
    materials: null,
    guideMaterials: [],
    followUp: null,
    times: one.times,
    timeline: events,
    result: one.enterprise
      ? { kind: 'enterprise', uscc: one.enterprise.uscc, name: one.enterprise.name ?? null }
      : null,
  };
}

/** Market regulation: registrations of enterprises, which come as steps of matters. */
export const enterprises: Desk = {
  department: 'enterprises',
  items: null,
  inbox: INBOX,
  inboxVariables: ({ states, region, overdue }) => ({ filter: { states, region, overdue } }),
  toPage: (data) => toPage((data as DeskRegistrationInboxQuery).inbox, toRow),
  one: CASE,
  toCase: (data) => toCase(data as DeskRegistrationCaseQuery),
  steps: STEPS,
  mostExtensionDays: 3,
  hasPermits: false,
};
