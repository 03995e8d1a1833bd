import { graphql } from '../../../graphql/generated/gql.ts';

/** What every step gives. */
graphql(`
  fragment DeskPermitsStep on CasePayload {
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
    mutation DeskPermitsAccept(
      $number: ID!
      $followUp: CaseFollowUpInput
      $commitment: CaseCommitmentInput
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: acceptCase(
        number: $number
        followUp: $followUp
        commitment: $commitment
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskPermitsStep
      }
    }
  `),
  return: graphql(`
    mutation DeskPermitsReturn(
      $number: ID!
      $defects: [CaseDefectInput!]!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: returnCase(
        number: $number
        defects: $defects
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskPermitsStep
      }
    }
  `),
  decline: graphql(`
    mutation DeskPermitsDecline(
      $number: ID!
      $reason: String!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: declineCase(
        number: $number
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskPermitsStep
      }
    }
  `),
  review: graphql(`
    mutation DeskPermitsReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: startCaseReview(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskPermitsStep
      }
    }
  `),
  suspend: graphql(`
    mutation DeskPermitsSuspend(
      $number: ID!
      $reason: String!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: suspendCase(
        number: $number
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskPermitsStep
      }
    }
  `),
  resume: graphql(`
    mutation DeskPermitsResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: resumeCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {
        ...DeskPermitsStep
      }
    }
  `),
  extend: graphql(`
    mutation DeskPermitsExtend(
      $number: ID!
      $days: Int!
      $reason: String!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: extendCase(
        number: $number
        days: $days
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskPermitsStep
      }
    }
  `),
  decide: graphql(`
    mutation DeskPermitsDecide(
      $number: ID!
      $decision: CaseDecision!
      $reason: String
      $permit: GrantedPermitInput
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: decideCase(
        number: $number
        decision: $decision
        reason: $reason
        permit: $permit
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskPermitsStep
      }
    }
  `),
  deliver: graphql(`
    mutation DeskPermitsDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: deliverCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {
        ...DeskPermitsStep
      }
    }
  `),
};
