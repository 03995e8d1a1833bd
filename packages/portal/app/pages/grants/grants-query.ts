import { graphql } from '../../graphql/generated/gql.ts';

/** The applications of the client that somebody signs in by, and the cities to which a new one may be narrowed. */
export const OWN_APPLICATIONS = graphql(`
  query OwnApplications($after: String) {
    sharingApplications(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          number
          state
          client
          department {
            name
          }
          fields
          regions {
            code
            name
          }
          basis
          purpose
          until
          submittedAt
          dueAt
          overdue
          reason
          neededBeside {
            coordinate
            fields
            all
          }
          grant {
            id
            state
            until
            reason
          }
        }
      }
    }
    region(code: "32") {
      ...GrantCities
    }
  }
`);

graphql(`
  fragment GrantCities on Region {
    children(first: 20) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`);

graphql(`
  fragment GrantCommand on SharingApplicationPayload {
    application {
      number
    }
    userErrors {
      code
      message
      field
    }
  }
`);

/** One application, as far as its client may change it. */
export const ONE_APPLICATION = graphql(`
  query OneApplication($number: ID!) {
    sharingApplication(number: $number) {
      number
      state
      department {
        name
      }
      fields
      regions {
        code
        name
      }
      basis
      purpose
      until
      reason
      neededBeside {
        fields
      }
    }
    region(code: "32") {
      ...GrantCities
    }
  }
`);

export const APPLY_FOR_GRANT = graphql(`
  mutation ApplyForGrant($input: SharingApplicationInput!, $key: ID!) {
    applyForSharing(input: $input, idempotencyKey: $key) {
      ...GrantCommand
    }
  }
`);

export const REVISE_APPLICATION = graphql(`
  mutation ReviseGrantApplication($number: ID!, $input: SharingApplicationInput!) {
    reviseSharingApplication(number: $number, input: $input) {
      ...GrantCommand
    }
  }
`);

export const SUBMIT_APPLICATION = graphql(`
  mutation SubmitGrantApplication($number: ID!) {
    submitSharingApplication(number: $number) {
      ...GrantCommand
    }
  }
`);

export const WITHDRAW_APPLICATION = graphql(`
  mutation WithdrawGrantApplication($number: ID!, $reason: String) {
    withdrawSharingApplication(number: $number, reason: $reason) {
      ...GrantCommand
    }
  }
`);

/** Those that wait for an answer: what was sent twice is one of them already. */
export const OPEN_APPLICATIONS = graphql(`
  query OpenApplications {
    sharingApplications(filter: { states: [SUBMITTED, CHANGES_REQUESTED] }, first: 100) {
      edges {
        node {
          number
          fields
          regions {
            code
          }
          basis
          purpose
          until
        }
      }
    }
  }
`);
