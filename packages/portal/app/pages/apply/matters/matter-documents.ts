import { graphql } from '../../../graphql/generated/gql.ts';

/** What every command about an application gives. */
graphql(`
  fragment MatterCommand on MatterCasePayload {
    matterCase {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
`);

/** What a matter is, and whom a person may apply for. */
export const APPLY_MATTER = graphql(`
  query ApplyMatter($code: ID!) {
    matter(code: $code) {
      code
      name
      nameEn
      promisedDays
      basis
      steps {
        name
        title
        titleEn
        department
        kind
        needs
        when
        isOptional
      }
    }
    region(code: "32") {
      code
      children(first: 20) {
        edges {
          node {
            code
            name
          }
        }
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

export const START_MATTER = graphql(`
  mutation StartMatter($input: MatterCaseInput!, $key: ID!) {
    startMatterCase(input: $input, idempotencyKey: $key) {
      ...MatterCommand
    }
  }
`);

export const WITHDRAW_MATTER = graphql(`
  mutation WithdrawMatter($number: ID!, $reason: String, $version: Int!, $key: ID!) {
    withdrawMatterCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {
      ...MatterCommand
    }
  }
`);

export const APPLICATION = graphql(`
  query Application($number: ID!) {
    matterCase(number: $number) {
      number
      state
      version
      form
      formSchema
      startedAt
      submittedAt
      endedAt
      dueOn
      isOverdue
      reason
      matter {
        code
        name
        nameEn
        promisedDays
        steps {
          name
          needs
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
      steps {
        name
        title
        titleEn
        department
        kind
        state
        departmentCase
        result
        problems {
          code
          message
          about
          answer
        }
      }
      times {
        officialHours
        applicantHours
        machineHours
      }
      timeline {
        at
        step
        from
        to
        side
        problems {
          message
          about
          answer
        }
      }
    }
  }
`);

/** The permit of a step of the department of administrative approval. */
export const STEP_RESULT = graphql(`
  query StepResult($number: ID!) {
    case(number: $number) {
      number
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

/** Tells the page of an application that it has changed. */
export const APPLICATION_CHANGED = graphql(`
  subscription ApplicationChanged($number: ID!) {
    matterCaseChanged(number: $number) {
      number
      version
    }
  }
`);

/** The business licence of an enterprise that an application has founded. */
export const LICENCE = graphql(`
  query Licence($uscc: USCC!) {
    enterprise(uscc: $uscc) {
      uscc
      name
      licence {
        identifier
        state
        path
        credentialPath
      }
    }
  }
`);

/** What the department of land gave. */
export const LAND_RESULT = graphql(`
  query LandResult($number: ID!) {
    landCase(number: $number) {
      number
      certificate {
        identifier
        state
        path
        credentialPath
      }
    }
  }
`);
