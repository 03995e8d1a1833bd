export { type CodeDefinition, ERROR_CODES, type ErrorCode, isErrorCode, type Retry } from './codes.ts';
export { maskError, type ReportFault } from './mask-error.ts';
export { isPublicError, PublicError, type PublicErrorOptions } from './public-error.ts';
export { ERROR_TEXTS_ZH } from './texts-zh.ts';
