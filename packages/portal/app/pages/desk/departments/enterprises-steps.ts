import { graphql } from '../../../graphql/generated/gql.ts';

/** What every step gives. */
graphql(`
  fragment DeskRegistrationStep on RegistrationPayload {
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
    mutation DeskRegistrationAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: acceptRegistration(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  return: graphql(`
    mutation DeskRegistrationReturn(
      $number: ID!
      $defects: [CaseDefectInput!]!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: returnRegistration(
        number: $number
        defects: $defects
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  decline: graphql(`
    mutation DeskRegistrationDecline(
      $number: ID!
      $reason: String!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: declineRegistration(
        number: $number
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  review: graphql(`
    mutation DeskRegistrationReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: startRegistrationReview(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  suspend: graphql(`
    mutation DeskRegistrationSuspend(
      $number: ID!
      $reason: String!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: suspendRegistration(
        number: $number
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  resume: graphql(`
    mutation DeskRegistrationResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: resumeRegistration(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  extend: graphql(`
    mutation DeskRegistrationExtend(
      $number: ID!
      $days: Int!
      $reason: String!
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: extendRegistration(
        number: $number
        days: $days
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  decide: graphql(`
    mutation DeskRegistrationDecide(
      $number: ID!
      $decision: CaseDecision!
      $reason: String
      $expectedVersion: Int!
      $idempotencyKey: ID!
    ) {
      step: decideRegistration(
        number: $number
        decision: $decision
        reason: $reason
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
  deliver: graphql(`
    mutation DeskRegistrationDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
      step: deliverRegistration(
        number: $number
        expectedVersion: $expectedVersion
        idempotencyKey: $idempotencyKey
      ) {
        ...DeskRegistrationStep
      }
    }
  `),
};
