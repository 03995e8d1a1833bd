export { type OpenDepartment, openTestDepartment } from './open-department.ts';
export {
  openServedDepartment,
  type OpenServedDepartment,
  type ServedAnswer,
} from './open-served-department.ts';
export { openTestDatabase, type TestDatabase } from './open-test-database.ts';
export { type RecordedSpan, recordSpans } from './record-spans.ts';
export { type ServedDepartment, type ServeOptions, serveDepartment } from './serve-department.ts';
export { ANSWERS, formWith, RESTAURANT_FORM, textField } from './restaurant-form.ts';
export { type SeededLists, walkSeededLists } from './walk-seeded-lists.ts';
