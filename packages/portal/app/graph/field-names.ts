import { useTexts } from '../language/text.tsx';

/** Conditional fields that pages show, with a name for people. Of any other field people see the coordinate. */
const NAMED: ReadonlySet<string> = new Set([
  'CreditGrade.grade',
  'CreditGrade.year',
  'Enterprise.cases',
  'Enterprise.parcels',
  'GeoJsonPolygon.coordinates',
  'Parcel.geometry',
  'Taxpayer.creditGrades',
]);

/** What people call a field of the graph, such as `Taxpayer.creditGrades`. Null when it has no such name. */
export function useFieldNames(): (coordinate: string) => string | null {
  const { t } = useTexts();
  return (coordinate) => (NAMED.has(coordinate) ? t(`field.${coordinate}`) : null);
}
