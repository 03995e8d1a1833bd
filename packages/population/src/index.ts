export { dateOfDay, dayOfDate, REFERENCE_DATE } from './calendar.ts';
export { COUNTIES, type County } from './counties.ts';
export { ENTERPRISE_TYPES, type EnterpriseTypeCode } from './enterprise-type.ts';
export { COMMON_INDUSTRIES, type CommonIndustry } from './industries.ts';
export {
  createPopulation,
  ENTERPRISES_AT_SCALE_1,
  firstActive,
  GENERATED_SOURCE,
  type MadeUpEnterprise,
  type Population,
  type PopulationOptions,
} from './population.ts';
export { type MadeUpPerson, PERSONS } from './persons.ts';
export { type EnterpriseStatus, STATUSES } from './status.ts';
export { createStream, type Stream } from './stream.ts';
export { MAX_POPULATION } from './unique-uscc.ts';
export { createWeightTable, type WeightTable } from './weight-table.ts';
