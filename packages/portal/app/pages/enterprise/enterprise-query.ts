import { graphql } from '../../graphql/generated/gql.ts';

/** All that departments share with everyone of one enterprise. What tax, permits and land hold comes later where they are slow. */
export const ENTERPRISE = graphql(`
  query Enterprise($uscc: USCC!) {
    enterprise(uscc: $uscc) {
      uscc
      name
      status
      type {
        name
      }
      industry {
        code
        name
      }
      region {
        code
        fullName
      }
      registeredCapital {
        amount
        currency
        text
      }
      registeredOn
      businessScope
      formerNames {
        name
        until
      }
      parent {
        uscc
        name
      }
      changes(first: 20) {
        totalCount
        edges {
          node {
            changedOn
            item
            before
            after
          }
        }
      }
      source
      ... @defer(label: "permits") {
        permits(first: 20) {
          totalCount
          edges {
            node {
              number
              name
              status
              validFrom
              validUntil
              issuingAuthority
              certificate {
                path
                state
              }
            }
          }
        }
      }
      ... @defer(label: "tax") {
        taxpayer {
          id
          authority
          aListYears
        }
      }
      ... @defer(label: "land") {
        landSupplies(first: 10) {
          totalCount
          edges {
            node {
              id
              projectName
              location
              areaM2
              way
              wayText
              signedOn
            }
          }
        }
      }
    }
  }
`);

/** What only some may see: who acts for the enterprise, and departments with a grant. */
export const ENTERPRISE_CONDITIONAL = graphql(`
  query EnterpriseConditional($uscc: USCC!) {
    myMandates(first: 100) {
      edges {
        node {
          state
          enterprise {
            uscc
          }
        }
      }
    }
    enterprise(uscc: $uscc) {
      uscc
      taxpayer {
        id
        creditGrades {
          year
          grade
        }
      }
      parcels(first: 20) {
        totalCount
        edges {
          node {
            code
            location
            areaM2
            geometry {
              coordinates
            }
          }
        }
      }
      cases(first: 10) {
        totalCount
        edges {
          node {
            number
            state
            receivedOn
            serviceItem {
              name
            }
          }
        }
      }
      accesses(first: 20) {
        totalCount
        edges {
          node {
            at
            client
            department
            basis
            fields
            outcome
          }
        }
      }
    }
  }
`);
