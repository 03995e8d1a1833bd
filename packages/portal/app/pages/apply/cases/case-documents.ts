import { graphql } from '../../../graphql/generated/gql.ts';

/** Whom a person may apply for, and what is applied for. */
export const APPLY_ITEM = graphql(`
  query ApplyItem($item: ID!) {
    serviceItem(code: $item) {
      code
      basicCode
      name
      form
      department {
        name
      }
      region {
        code
        name
        fullName
      }
    }
    myMandates(first: 100) {
      edges {
        node {
          id
          kind
          state
          items
          enterprise {
            uscc
            name
            status
          }
        }
      }
    }
  }
`);

export const START_CASE = graphql(`
  mutation StartCase($input: CaseInput!, $key: ID!) {
    startCase(input: $input, idempotencyKey: $key) {
      ...CaseCommand
    }
  }
`);

/** A case as its applicant follows it. */
export const CASE = graphql(`
  query Case($number: ID!) {
    case(number: $number) {
      number
      state
      version
      decision
      receivedOn
      dueOn
      isOverdue
      actBy
      suspendedOn
      extensionDays
      decidedOn
      rating
      voidedOn
      form
      formSchema
      source
      applicant {
        uscc
        name
      }
      region {
        code
        fullName
      }
      serviceItem {
        code
        name
        department {
          name
        }
      }
      followUp {
        materials
        by
      }
      materials {
        id
        material
        name
        bytes
        path
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
      times {
        applicantHours
        officialHours
        suspendedHours
        machineHours
      }
      permit {
        number
        name
        issuingAuthority
        validFrom
        validUntil
        status
        certificate {
          identifier
          state
          path
          credentialPath
        }
      }
    }
  }
`);

export const WITHDRAW_CASE = graphql(`
  mutation WithdrawCase($number: ID!, $reason: String, $version: Int!, $key: ID!) {
    withdrawCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {
      ...CaseCommand
    }
  }
`);

export const RATE_CASE = graphql(`
  mutation RateCase($number: ID!, $stars: Int!, $comment: String, $version: Int!, $key: ID!) {
    rateCase(
      number: $number
      stars: $stars
      comment: $comment
      expectedVersion: $version
      idempotencyKey: $key
    ) {
      ...CaseCommand
    }
  }
`);

/** Tells the page of a case that it has changed. */
export const CASE_CHANGED = graphql(`
  subscription CaseChanged($number: ID!) {
    caseChanged(number: $number) {
      number
      version
    }
  }
`);
