/** An approved sharing application: what one client may read of conditional data, and until when. */
export interface Grant {
  id: string;
  /** {@link Client.id}. */
  client: string;
  /** Coordinates, such as `Taxpayer.arrears`. */
  fields: readonly string[];
  /** Codes of the regions, with all below them, of which rows may be read; null for all. */
  regions: readonly string[] | null;
  /** Legal basis that the application was approved for. */
  basis: string;
  /** ISO 8601, inclusive. */
  from: string;
  /** ISO 8601, exclusive. */
  until: string;
}
