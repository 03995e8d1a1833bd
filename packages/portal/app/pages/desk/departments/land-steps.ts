import { graphql } from '../../../graphql/generated/gql.ts';

/** What every step gives. */
graphql(`
  fragment DeskLandStep on LandCasePayload {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
`);

/** The steps of officials, as this department names them. */
export const STEPS = {
  accept: graphql(`
    mutation DeskLandAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: acceptLandCase(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  return: graphql(`
    mutation DeskLandReturn(
      $number: ID!
      $defects: [CaseDefectInput!]!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: returnLandCase(
        number: $number
        defects: $defects
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  decline: graphql(`
    mutation DeskLandDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: declineLandCase(
        number: $number
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  review: graphql(`
    mutation DeskLandReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: startLandCaseReview(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  suspend: graphql(`
    mutation DeskLandSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: suspendLandCase(
        number: $number
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  resume: graphql(`
    mutation DeskLandResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: resumeLandCase(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  extend: graphql(`
    mutation DeskLandExtend(
      $number: ID!
      $days: Int!
      $reason: String!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: extendLandCase(
        number: $number
        days: $days
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  decide: graphql(`
    mutation DeskLandDecide(
      $number: ID!
      $decision: CaseDecision!
      $reason: String
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: decideLandCase(
        number: $number
        decision: $decision
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
  deliver: graphql(`
    mutation DeskLandDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: deliverLandCase(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskLandStep
      }
    }
  `),
};
