import { UNDONE } from '@yiwang/population/matters';
import type { FormField } from '@yiwang/subgraph-kit/forms';
import type { Binding, CaseStep } from '../../src/definition/definition.ts';

// What the definitions have in common.

export function titled(title: string, english: string) {
  return { title, 'x-title-en': english };
}

export function text(title: string, english: string, maxLength: number): FormField {
  return { ...titled(title, english), type: 'string', minLength: 1, maxLength };
}

/**
 * A field that another department fills.
 *
 * @param path where in the answer to the prefill its value stands
 */
export function prefilled(path: string, field: FormField): FormField {
  return { ...field, 'x-from': path };
}

/** A part of a form, all of whose fields must be filled in but those that are named. */
export function part(
  title: string,
  english: string,
  properties: Record<string, FormField>,
  optional: readonly string[] = [],
): FormField {
  return {
    ...titled(title, english),
    type: 'object',
    additionalProperties: false,
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
  };
}

export const from = (path: string): Binding => ({ from: path });
export const value = (constant: unknown): Binding => ({ value: constant });
export const first = (...bindings: Binding[]): Binding => ({ first: bindings });
export const object = (members: Record<string, Binding>): Binding => ({ object: members });

export const ERRORS = 'userErrors { code message field }';

/** How a case in permits is filed, followed and taken back. */
export function permitCase(
  basicCode: string,
  applicant: Binding,
  form: Binding,
): Omit<CaseStep, 'name' | 'title' | 'x-title-en' | 'needs' | 'when' | 'onDenial'> {
  return {
    kind: 'CASE',
    department: 'permits',
    item: basicCode,
    file: {
      document: `mutation File($input: FiledCaseInput!, $idempotencyKey: ID!) {
  fileCase(input: $input, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: {
        input: object({
          basicCode: value(basicCode),
          region: from('matter.region'),
          person: from('matter.person'),
          applicant,
          reference: from('matter.number'),
          form,
        }),
      },
    },
    refile: {
      document: `mutation Refile($number: ID!, $form: JSON!, $idempotencyKey: ID!) {
  refileCase(number: $number, form: $form, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: { number: from('case.number'), form },
    },
    withdraw: withdrawal('withdrawFiledCase', 'case'),
    undo: {
      document: `mutation Void($number: ID!, $reason: String!, $idempotencyKey: ID!) {
  voidFiledCase(number: $number, reason: $reason, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: { number: from('case.number'), reason: value(UNDONE) },
    },
    read: `query Cases($numbers: [ID!]!) {
  filedCases(numbers: $numbers) {
    number version state decision reason permit
    defects { about problem }
  }
}`,
    changes: `query Changes($after: ID, $first: Int!) {
  filedCaseChanges(after: $after, first: $first) { id at number version state }
}`,
  };
}

/** Takes a case back while nothing is decided. */
export function withdrawal(mutation: string, payload: string) {
  return {
    document: `mutation Withdraw($number: ID!, $idempotencyKey: ID!) {
  ${mutation}(number: $number, idempotencyKey: $idempotencyKey) { ${payload} { number } ${ERRORS} }
}`,
    variables: { number: from('case.number') },
  };
}

/**
 * How a case in land is filed, followed and taken back.
 *
 * @param kind the member of LandCaseInput that it has
 * @param type of that member
 */
export function landCase(kind: 'registration' | 'planning', type: string, details: Binding, undo: string) {
  return {
    file: {
      document: `mutation File($input: LandCaseInput!, $idempotencyKey: ID!) {
  fileLandCase(input: $input, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: {
        input: object({
          region: from('matter.region'),
          person: from('matter.person'),
          applicant: from('matter.applicant'),
          reference: from('matter.number'),
          [kind]: details,
        }),
      },
    },
    refile: {
      document: `mutation Refile($number: ID!, $details: ${type}!, $idempotencyKey: ID!) {
  refileLandCase(number: $number, ${kind}: $details, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: { number: from('case.number'), details },
    },
    withdraw: withdrawal('withdrawFiledLandCase', 'case'),
    undo: {
      document: `mutation Void($number: ID!, $reason: String!, $idempotencyKey: ID!) {
  ${undo}(number: $number, reason: $reason, idempotencyKey: $idempotencyKey) { case { number } ${ERRORS} }
}`,
      variables: { number: from('case.number'), reason: value(UNDONE) },
    },
    read: `query LandCases($numbers: [ID!]!) {
  filedLandCases(numbers: $numbers) {
    number version state decision reason registeredUnit planningPermit
    defects { about problem }
  }
}`,
    changes: `query Changes($after: ID, $first: Int!) {
  filedLandCaseChanges(after: $after, first: $first) { id at number version state }
}`,
  };
}
