import { graphql } from '../../../graphql/generated/gql.ts';
import type { DeskPermitsCaseQuery, DeskPermitsInboxQuery } from '../../../graphql/generated/graphql.ts';
import { answersOfForm } from '../form-answers.ts';
import type { Desk, DeskCase, DeskRow } from '../model.ts';
import { toEvents, toPage } from './shared.ts';
import { STEPS } from './permits-steps.ts';

const INBOX = graphql(`
  query DeskPermitsInbox($filter: CaseInboxFilter, $first: Int!, $after: String) {
    inbox: caseInbox(filter: $filter, first: $first, after: $after) {
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
          serviceItem {
            code
            name
          }
          applicant {
            uscc
            name
          }
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
  query DeskPermitsCase($number: ID!) {
    case(number: $number) {
      number
      state
      version
      decision
      receivedOn
      dueOn
      statutoryDueOn
      actBy
      isOverdue
      decidedOn
      extensionDays
      form
      formSchema
      prefill {
        field
        state
        department
        coordinate
        readAt
        verdict
      }
      materials {
        id
        material
        name
        bytes
        mediaType
        at
        path
      }
      followUp {
        materials
        by
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
        defects {
          about
          problem
        }
      }
      serviceItem {
        code
        name
        guide {
          materials {
            name
            need
          }
        }
      }
      applicant {
        uscc
        name
      }
      region {
        code
        fullName
      }
      permit {
        number
        name
      }
    }
  }
`);

type Node = NonNullable<DeskPermitsInboxQuery['inbox']>['edges'][number]['node'];

function toRow(node: Node): DeskRow {
  return {
    number: node.number,
    state: node.state,
    item: node.serviceItem ? { text: node.serviceItem.name } : { message: 'desk.unnamedItem' },
    itemCode: node.serviceItem?.code ?? null,
    applicant: node.applicant?.name ?? node.applicant?.uscc ?? null,
    region: node.region?.fullName ?? null,
    receivedOn: node.receivedOn,
    actBy: node.actBy ?? null,
    isOverdue: node.isOverdue,
  };
}

function toCase({ case: one }: DeskPermitsCaseQuery): DeskCase | null {
  if (!one) return null;
  const { applicant, permit, serviceItem, followUp } = one;
  const form = answersOfForm(one.formSchema, one.form, one.prefill ?? []);
  return {
    ...toRow(one),
    version: one.version,
    decision: one.decision ?? null,
    dueOn: one.dueOn ?? null,
    statutoryDueOn: one.statutoryDueOn ?? null,
    decidedOn: one.decidedOn ?? null,
    extensionDays: one.extensionDays ?? null,
    answers: applicant
      ? [
          {
            path: 'applicant',
            label: { message: 'desk.applicant' },
            value: { kind: 'enterprise', uscc: applicant.uscc, name: applicant.name ?? null },
            origin: null,
          },
          ...form,
        ]
      : form,
    materials: one.materials ?? [],
    guideMaterials: (serviceItem?.guide?.materials ?? [])
      .filter(({ need }) => need !== 'NEVER')
      .map(({ name }) => name),
    followUp: followUp ?? null,
    times: one.times ?? null,
    timeline: toEvents(one.timeline),
    result: permit ? { kind: 'text', text: `${permit.name} ${permit.number}` } : null,
  };
}

/** Administrative approval: items of the catalogue, with forms, materials and permits. */
export const permits: Desk = {
  department: 'permits',
  items: 'ofRows',
  inbox: INBOX,
  inboxVariables: (filter) => ({ filter }),
  toPage: (data) => toPage((data as DeskPermitsInboxQuery).inbox, toRow),
  one: CASE,
  toCase: (data) => toCase(data as DeskPermitsCaseQuery),
  steps: STEPS,
  mostExtensionDays: 10,
  hasPermits: true,
};
