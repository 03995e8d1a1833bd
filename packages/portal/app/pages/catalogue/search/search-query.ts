import { graphql } from '../../../graphql/generated/gql.ts';

/** Each kind that can be looked for is asked only when it is shown. */
export const SEARCH = graphql(`
  query Search(
    $text: String!
    $region: RegionCode!
    $first: Int!
    $after: String
    $enterprises: Boolean!
    $items: Boolean!
    $matters: Boolean!
    $data: Boolean!
  ) {
    region(code: $region) @include(if: $items) {
      code
      fullName
    }
    enterprises(filter: { name: $text }, first: $first, after: $after) @include(if: $enterprises) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          uscc
          name
          status
          region {
            code
            fullName
          }
        }
      }
    }
    serviceItems(filter: { text: $text, region: $region }, first: $first, after: $after)
      @include(if: $items) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          code
          name
          type
          noVisit
          department {
            name
          }
          guide {
            promisedDays
          }
        }
      }
    }
    matters @include(if: $matters) {
      code
      name
      nameEn
      promisedDays
      steps {
        name
        title
        titleEn
        department
      }
    }
    dataResources(filter: { text: $text }, first: $first, after: $after) @include(if: $data) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          code
          name
          coordinate
          summary
          sharing
          department {
            name
          }
        }
      }
    }
  }
`);

/** Whether a code that was typed is one that somebody holds. */
export const KNOWN_ENTERPRISE = graphql(`
  query KnownEnterprise($uscc: USCC!) {
    enterprise(uscc: $uscc) {
      uscc
    }
  }
`);

export const KNOWN_ITEM = graphql(`
  query KnownItem($code: ID!) {
    serviceItem(code: $code) {
      code
    }
  }
`);
