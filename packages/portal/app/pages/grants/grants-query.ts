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
  }
`);

export const APPLY_FOR_GRANT = graphql(`
  mutation ApplyForGrant($input: SharingApplicationInput!) {
    applyForSharing(input: $input) {
      application {
        number
      }
      userErrors {
        code
        message
        field
      }
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
