import { graphql } from '../../graphql/generated/gql.ts';

export const CHANGES = graphql(`
  query DevelopersChanges($after: String) {
    supergraphVersions(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          version
          createdAt
          reason
          note
          changes {
            kind
            severity
            coordinate
            message
          }
        }
      }
    }
  }
`);
