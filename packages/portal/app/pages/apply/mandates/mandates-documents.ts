import { graphql } from '../../../graphql/generated/gql.ts';

/** The mandates of a person. */
export const MANDATES = graphql(`
  query Mandates {
    myMandates(first: 100) {
      totalCount
      edges {
        node {
          id
          kind
          state
          items
          from
          until
          reason
          person
          version
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

/** Who acts for an enterprise, for its legal representative. */
export const AGENTS = graphql(`
  query Agents($uscc: USCC!) {
    enterprise(uscc: $uscc) {
      uscc
      name
      mandates(first: 50) {
        edges {
          node {
            id
            kind
            state
            items
            from
            until
            reason
            person
            version
          }
        }
      }
    }
  }
`);

/** Names of items, by their basic codes. */
export const ITEM_NAME = graphql(`
  query ItemName($code: ID!) {
    catalogueItem(basicCode: $code) {
      basicCode
      name
    }
  }
`);

export const GIVE_MANDATE = graphql(`
  mutation GiveMandate($input: MandateInput!, $key: ID!) {
    giveMandate(input: $input, idempotencyKey: $key) {
      mandate {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const REVOKE_MANDATE = graphql(`
  mutation RevokeMandate($id: ID!, $version: Int, $reason: String!, $key: ID!) {
    revokeMandate(id: $id, expectedVersion: $version, reason: $reason, idempotencyKey: $key) {
      mandate {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Items of the basic catalogue, by words of their names. */
export const FIND_ITEMS = graphql(`
  query FindItems($text: String!) {
    catalogueItems(filter: { name: $text }, first: 20) {
      totalCount
      edges {
        node {
          basicCode
          name
        }
      }
    }
  }
`);
