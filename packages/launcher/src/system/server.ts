export interface DatabaseServer extends AsyncDisposable {
  /** Of the maintenance database. */
  url: string;
  embedded: boolean;
  /** Ends an embedded server at once; the next start recovers. */
  kill(): void;
}
