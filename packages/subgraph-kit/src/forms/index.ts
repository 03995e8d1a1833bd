export { type AnswersErrorCode, checkAnswers } from './check-answers.ts';
export { checkForm, type FormProblemCode } from './check-form.ts';
export {
  checkFormSchema,
  type FormSchemaProblemCode,
  isFormSchema,
  isTitle,
  MAX_LIST_ITEMS,
  MAX_TEXT_LENGTH,
} from './check-form-schema.ts';
export { compile, compileField } from './compile-form.ts';
export {
  fieldAt,
  FORM_DIALECT,
  type FormField,
  type FormObject,
  type FormOption,
  type FormSchema,
} from './form-schema.ts';
export { isBounded, isObject, pathText, type Problem } from './problem.ts';
export type { ValidateFunction } from 'ajv/dist/2020.js';
