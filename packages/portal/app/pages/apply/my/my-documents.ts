import { graphql } from '../../../graphql/generated/gql.ts';

/** All that a person has under way, whatever department has it. */
export const MY = graphql(`
  query My($after: String) {
    myCases(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          number
          state
          version
          decision
          receivedOn
          dueOn
          actBy
          rating
          source
          followUp {
            materials
            by
          }
          applicant {
            uscc
            name
          }
          serviceItem {
            code
            name
          }
        }
      }
    }
    myMatterCases(first: 20) {
      totalCount
      edges {
        node {
          number
          state
          startedAt
          dueOn
          matter {
            code
            name
            nameEn
          }
          applicant {
            uscc
            name
          }
          steps {
            name
            title
            titleEn
            state
          }
        }
      }
    }
    myOffers(filter: { states: [OFFERED] }, first: 20) {
      totalCount
      edges {
        node {
          id
          version
          validUntil
          reason
          reasonEn
          enterprise {
            uscc
            name
          }
          serviceItem {
            code
            name
          }
        }
      }
    }
    myMandates(first: 100) {
      totalCount
      edges {
        node {
          id
          kind
          state
          until
          enterprise {
            uscc
            name
          }
        }
      }
    }
  }
`);

export const ACCEPT_OFFER = graphql(`
  mutation AcceptOffer($id: ID!, $version: Int!, $key: ID!) {
    acceptOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {
      case {
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

export const DECLINE_OFFER = graphql(`
  mutation DeclineOffer($id: ID!, $version: Int!, $key: ID!) {
    declineOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {
      offer {
        id
        state
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);
