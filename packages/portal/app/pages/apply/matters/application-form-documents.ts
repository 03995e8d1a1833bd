import { graphql } from '../../../graphql/generated/gql.ts';

/** An application as its applicant fills it in, with what departments have filled in for it. */
export const APPLICATION_FORM = graphql(`
  query ApplicationForm($number: ID!) {
    matterCase(number: $number) {
      number
      state
      version
      form
      formSchema
      prefill {
        field
        state
        value
        department
        coordinate
        sharing
        readAt
        verdict
        correction
      }
      matter {
        code
        name
        nameEn
      }
      applicant {
        uscc
        name
      }
      region {
        code
        fullName
      }
      steps {
        name
        title
        titleEn
        department
        state
        problems {
          code
          message
          about
          answer
        }
      }
    }
  }
`);

export const SAVE_MATTER = graphql(`
  mutation SaveMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
    saveMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {
      ...MatterCommand
    }
  }
`);

export const SUBMIT_MATTER = graphql(`
  mutation SubmitMatter($number: ID!, $version: Int!, $key: ID!) {
    submitMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
      ...MatterCommand
    }
  }
`);

export const COMPLETE_MATTER = graphql(`
  mutation CompleteMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
    completeMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {
      ...MatterCommand
    }
  }
`);

export const PREFILL_MATTER = graphql(`
  mutation PrefillMatter($number: ID!, $version: Int!, $key: ID!) {
    prefillMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
      ...MatterCommand
    }
  }
`);

/** What the applicant says of a value that was filled in. */
export const ANSWER_MATTER_PREFILL = graphql(`
  mutation AnswerMatterPrefill(
    $number: ID!
    $field: String!
    $isRight: Boolean!
    $problem: String
    $proposal: String
    $version: Int!
    $key: ID!
  ) {
    answerMatterPrefill(
      number: $number
      field: $field
      isRight: $isRight
      problem: $problem
      proposal: $proposal
      expectedVersion: $version
      idempotencyKey: $key
    ) {
      ...MatterCommand
    }
  }
`);
