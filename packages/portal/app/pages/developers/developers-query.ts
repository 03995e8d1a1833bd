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

/** What getIntrospectionQuery of graphql-js asks, as a document of the portal: gateways may take no others. */
export const READ_SCHEMA = graphql(`
  query ReadSchema {
    __schema {
      queryType {
        name
        kind
      }
      mutationType {
        name
        kind
      }
      subscriptionType {
        name
        kind
      }
      types {
        ...SchemaType
      }
      directives {
        name
        description
        locations
        args {
          ...SchemaInput
        }
      }
    }
  }

  fragment SchemaType on __Type {
    kind
    name
    description
    fields(includeDeprecated: true) {
      name
      description
      args {
        ...SchemaInput
      }
      type {
        ...SchemaTypeRef
      }
      isDeprecated
      deprecationReason
    }
    inputFields {
      ...SchemaInput
    }
    interfaces {
      ...SchemaTypeRef
    }
    enumValues(includeDeprecated: true) {
      name
      description
      isDeprecated
      deprecationReason
    }
    possibleTypes {
      ...SchemaTypeRef
    }
  }

  fragment SchemaInput on __InputValue {
    name
    description
    type {
      ...SchemaTypeRef
    }
    defaultValue
  }

  fragment SchemaTypeRef on __Type {
    kind
    name
    ofType {
      name
      kind
      ofType {
        name
        kind
        ofType {
          name
          kind
          ofType {
            name
            kind
            ofType {
              name
              kind
              ofType {
                name
                kind
                ofType {
                  name
                  kind
                  ofType {
                    name
                    kind
                    ofType {
                      name
                      kind
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);
