import { graphql } from '../graphql/generated/gql.ts';

/** The version of the one schema: the catalogue is derived from it. */
export const VERSION = graphql(`
  query CatalogueVersion {
    dataResources(first: 1) {
      edges {
        node {
          version
        }
      }
    }
    departments {
      name
    }
  }
`);

/** The classes of sharing, which introspection does not tell. */
export const CATALOGUE = graphql(`
  query Catalogue($after: String) {
    dataResources(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          coordinate
          summary
          sharing
          basis
          cycle
          department {
            name
          }
          fields {
            coordinate
            type
            summary
            sharing
            basis
            cycle
          }
        }
      }
    }
  }
`);
