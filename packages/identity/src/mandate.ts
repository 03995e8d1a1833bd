/** What gives a person the right to act for an enterprise 授权, at the moment. */
export interface Mandate {
  id: string;
  /** Of the enterprise. */
  uscc: string;
  /** Basic codes of the service items that it is limited to; null for all matters. */
  items: readonly string[] | null;
}
