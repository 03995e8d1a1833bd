import { graphql } from '../../../graphql/generated/gql.ts';

/** What every command about a case gives. */
graphql(`
  fragment CaseCommand on CasePayload {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
`);

/** A case as its applicant fills it in. */
export const CASE_FORM = graphql(`
  query CaseForm($number: ID!) {
    case(number: $number) {
      number
      state
      version
      form
      formSchema
      applicant {
        uscc
        name
      }
      serviceItem {
        code
        name
      }
      prefill {
        field
        state
        value
        department
        coordinate
        sharing
        readAt
        reason
        verdict
        correction
      }
      materials {
        id
        material
        name
        bytes
        mediaType
        at
        path
      }
      followUp {
        materials
        by
      }
      timeline {
        step
        defects {
          about
          problem
        }
      }
    }
  }
`);

/** What saving needs to know. */
export const CASE_ANSWERS = graphql(`
  query CaseAnswers($number: ID!) {
    case(number: $number) {
      version
      form
      formSchema
    }
  }
`);

export const CASE_REQUIREMENTS = graphql(`
  query CaseRequirements($item: ID!, $answers: JSON!) {
    serviceItem(code: $item) {
      code
      guide {
        materials {
          code
          name
          nameEn
          need
          heldBy {
            department
            resource
          }
        }
      }
      requirements(answers: $answers) {
        rule
        ruleEn
        materials {
          code
          name
          nameEn
          originals
          copies
          need
          heldBy {
            department
            resource
          }
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  }
`);

export const SAVE_CASE = graphql(`
  mutation SaveCase($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
    saveCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {
      ...CaseCommand
    }
  }
`);

export const PREFILL_CASE = graphql(`
  mutation PrefillCase($number: ID!, $version: Int!, $key: ID!) {
    prefillCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
      ...CaseCommand
    }
  }
`);

export const ANSWER_PREFILL = graphql(`
  mutation AnswerPrefill(
    $number: ID!
    $field: String!
    $isRight: Boolean!
    $problem: String
    $proposal: String
    $version: Int!
    $key: ID!
  ) {
    answerPrefill(
      number: $number
      field: $field
      isRight: $isRight
      problem: $problem
      proposal: $proposal
      expectedVersion: $version
      idempotencyKey: $key
    ) {
      ...CaseCommand
    }
  }
`);

export const BEGIN_UPLOAD = graphql(`
  mutation BeginUpload($number: ID!, $name: String!, $bytes: Int!, $key: ID!) {
    uploadCaseMaterial(number: $number, name: $name, bytes: $bytes, idempotencyKey: $key) {
      upload {
        id
        path
        expiresAt
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const ATTACH_MATERIAL = graphql(`
  mutation AttachMaterial($number: ID!, $upload: ID!, $material: String!, $version: Int!, $key: ID!) {
    attachCaseMaterial(
      number: $number
      upload: $upload
      material: $material
      expectedVersion: $version
      idempotencyKey: $key
    ) {
      ...CaseCommand
    }
  }
`);

export const REMOVE_MATERIAL = graphql(`
  mutation RemoveMaterial($number: ID!, $upload: ID!, $version: Int!, $key: ID!) {
    removeCaseMaterial(number: $number, upload: $upload, expectedVersion: $version, idempotencyKey: $key) {
      ...CaseCommand
    }
  }
`);

export const SUBMIT_CASE = graphql(`
  mutation SubmitCase($number: ID!, $version: Int!, $key: ID!) {
    submitCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
      ...CaseCommand
    }
  }
`);

export const SUPPLY_CASE = graphql(`
  mutation SupplyCase($number: ID!, $materials: [String!]!, $version: Int!, $key: ID!) {
    supplyCaseMaterials(
      number: $number
      materials: $materials
      expectedVersion: $version
      idempotencyKey: $key
    ) {
      ...CaseCommand
    }
  }
`);
