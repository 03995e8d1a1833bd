import { graphql } from '../../../graphql/generated/gql.ts';
import type { DeskLandCaseQuery, DeskLandInboxQuery } from '../../../graphql/generated/graphql.ts';
import type { Desk, DeskAnswer, DeskCase, DeskRow, Value } from '../model.ts';
import { toEvents, toPage } from './shared.ts';
import { STEPS } from './land-steps.ts';

const KINDS = ['REAL_ESTATE_REGISTRATION', 'LAND_USE_PLANNING'] as const;

const INBOX = graphql(`
  query DeskLandInbox($filter: LandCaseInboxFilter, $first: Int!, $after: String) {
    inbox: landCaseInbox(filter: $filter, first: $first, after: $after) {
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
          kind
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
  query DeskLandCase($number: ID!) {
    landCase(number: $number) {
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
      kind
      registration {
        unit {
          code
        }
        holderName
        holderBefore
        priceCny
        deedTax
      }
      planning {
        projectName
        location
        areaM2
        landUse {
          code
          name
        }
        parcel {
          code
        }
        permit
      }
      certificate {
        identifier
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
`);

type Node = NonNullable<DeskLandInboxQuery['inbox']>['edges'][number]['node'];
type LandCase = NonNullable<DeskLandCaseQuery['landCase']>;

function toRow(node: Node): DeskRow {
  return {
    number: node.number,
    state: node.state,
    item: { message: `desk.item.${node.kind}` },
    itemCode: node.kind,
    applicant: node.applicant?.name ?? node.applicant?.uscc ?? null,
    region: node.region?.fullName ?? null,
    receivedOn: node.receivedOn,
    actBy: node.actBy ?? null,
    isOverdue: node.isOverdue,
  };
}

function answersOf({ applicant, registration, planning }: LandCase): DeskAnswer[] {
  const answer = (path: string, value: Value): DeskAnswer => ({
    path,
    label: { message: `desk.field.${path}` },
    value,
    origin: null,
  });
  const text = (of: string | null | undefined, kind: 'text' | 'number' | 'money' | 'code' = 'text'): Value =>
    of ? { kind, text: of } : { kind: 'none' };
  return [
    ...(applicant
      ? [answer('applicant', { kind: 'enterprise', uscc: applicant.uscc, name: applicant.name ?? null })]
      : []),
    ...(registration
      ? [
          answer('unit', text(registration.unit?.code, 'code')),
          answer('holderName', text(registration.holderName)),
          answer('holderBefore', text(registration.holderBefore)),
          answer('priceCny', text(registration.priceCny, 'money')),
          answer('deedTax', text(registration.deedTax, 'code')),
        ]
      : []),
    ...(planning
      ? [
          answer('projectName', text(planning.projectName)),
          answer('location', text(planning.location)),
          answer('areaM2', text(planning.areaM2, 'number')),
          answer('landUse', text(planning.landUse && `${planning.landUse.code} ${planning.landUse.name}`)),
          answer('parcel', text(planning.parcel?.code, 'code')),
        ]
      : []),
  ];
}

function toCase({ landCase: one }: DeskLandCaseQuery): DeskCase | null {
  if (!one) return null;
  const result = one.planning?.permit ?? one.certificate?.identifier;
  return {
    ...toRow(one),
    applicant: one.applicant?.name ?? one.registration?.holderName ?? null,
    version: one.version,
    decision: one.decision ?? null,
    dueOn: one.dueOn ?? null,
    statutoryDueOn: one.statutoryDueOn ?? null,
    decidedOn: one.decidedOn ?? null,
    extensionDays: one.extensionDays ?? null,
    answers: answersOf(one),
    materials: null,
    guideMaterials: [],
    followUp: null,
    times: one.times ?? null,
    timeline: toEvents(one.timeline),
    result: result ? { kind: 'code', text: result } : null,
  };
}

/** Natural resources: registrations of real estate and planning permits, which come as steps of matters. */
export const land: Desk = {
  department: 'land',
  items: KINDS,
  inbox: INBOX,
  inboxVariables: ({ states, region, overdue, item }) => ({
    filter: { states, region, overdue, kind: KINDS.find((kind) => kind === item) ?? null },
  }),
  toPage: (data) => toPage((data as DeskLandInboxQuery).inbox, toRow),
  one: CASE,
  toCase: (data) => toCase(data as DeskLandCaseQuery),
  steps: STEPS,
  mostExtensionDays: 10,
  hasPermits: false,
};
