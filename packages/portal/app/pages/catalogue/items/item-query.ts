import { graphql } from '../../../graphql/generated/gql.ts';

/** What a guide says, of the version that holds and of earlier ones. */
graphql(`
  fragment GuideParts on ServiceGuide {
    basis
    conditions
    statutoryDays
    promisedDays
    visits
    feeCny
    onlineDepth
    levels
    materials {
      code
      name
      nameEn
      originals
      copies
      fromSharedData
      need
      heldBy {
        department
      }
    }
    steps {
      code
      name
      nameEn
    }
  }
`);

export const ITEM = graphql(`
  query Item($code: ID!) {
    serviceItem(code: $code) {
      code
      basicCode
      name
      mainItem
      type
      noVisit
      source
      department {
        code
        name
      }
      region {
        code
        fullName
      }
      catalogueItem {
        basis
        levels
      }
      form
      version {
        version
        publishedAt
        rules
        guide {
          ...GuideParts
        }
      }
      guide {
        ...GuideParts
      }
    }
  }
`);

/** What is asked once the item is known: who else offers it, what answers need, and an earlier version. */
export const ITEM_MORE = graphql(`
  query ItemMore(
    $code: ID!
    $basicCode: String
    $answers: JSON!
    $version: Int!
    $isCompared: Boolean!
    $isAnswered: Boolean!
    $isEarlier: Boolean!
  ) {
    offers: serviceItems(filter: { basicCode: $basicCode }, first: 100) @include(if: $isCompared) {
      totalCount
      edges {
        node {
          code
          region {
            code
            name
            fullName
          }
          guide {
            promisedDays
            visits
            feeCny
            onlineDepth
          }
        }
      }
    }
    serviceItem(code: $code) @include(if: $isAnswered) {
      code
      requirements(answers: $answers) {
        rule
        ruleEn
        materials {
          code
          name
          nameEn
          originals
          copies
          heldBy {
            department
          }
        }
        steps {
          code
          name
          nameEn
        }
        userErrors {
          code
          message
          field
        }
      }
    }
    itemVersion(item: $code, version: $version) @include(if: $isEarlier) {
      version
      state
      publishedAt
      supersededAt
      guide {
        ...GuideParts
      }
    }
  }
`);
