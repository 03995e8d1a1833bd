/** What a department publishes. */
export interface SubgraphInput {
  /** Unique in the graph; it names the department in errors and query plans. */
  name: string;
  /** Where the gateway sends this department's operations. */
  url: string;
  /** The department's own SDL, with its `@link` to the Federation specification. */
  sdl: string;
}
