import { graphql } from '../../../graphql/generated/gql.ts';

export const INDICES = graphql(`
  query DashboardIndices($region: RegionCode!, $month: String!, $by: ComparedLevel!) {
    serviceIndices(region: $region, month: $month) {
      region {
        code
        name
      }
      channels {
        value
        parts {
          name
          value
          numerator
          denominator
        }
      }
      coverage {
        value
        parts {
          name
          value
          numerator
          denominator
        }
      }
      guides {
        value
        parts {
          name
          value
          numerator
          denominator
        }
      }
      maturity {
        value
        parts {
          name
          value
          numerator
          denominator
        }
      }
      effect {
        value
        parts {
          name
          value
          numerator
          denominator
        }
      }
      children(by: $by) {
        isOwnOnly
        region {
          code
          name
        }
        channels {
          value
        }
        coverage {
          value
        }
        guides {
          value
        }
        maturity {
          value
        }
        effect {
          value
        }
      }
    }
  }
`);

export const MATTERS = graphql(`
  query DashboardMatters($from: Date!, $until: Date!) {
    matterTimeStatistics(from: $from, until: $until) {
      month
      region {
        code
        name
      }
      matter {
        code
        name
        nameEn
        promisedDays
      }
      completed
      undone
      overdue
      workingDays
      officialHours
      applicantHours
      machineHours
    }
  }
`);

export const SHARING = graphql(`
  query DashboardSharing($from: Date!, $until: Date!) {
    sharingStatistics(from: $from, until: $until) {
      total {
        shares {
          fields
          unconditional
          conditional
          granted
          unconditionalShare
          sharedShare
        }
        grantsInForce
        applications {
          answered
          inTimeShare
          medianWorkingDays
          open
          overdue
        }
      }
      departments {
        department {
          name
        }
        figures {
          shares {
            fields
            unconditionalShare
            sharedShare
          }
          applications {
            answered
            inTimeShare
            medianWorkingDays
            open
            overdue
          }
        }
      }
      overTime(every: MONTH) {
        at
        shares {
          unconditionalShare
          sharedShare
        }
      }
    }
  }
`);

export const REGIONS = graphql(`
  query DashboardRegions {
    regions(filter: { parent: "32" }, first: 20) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`);
