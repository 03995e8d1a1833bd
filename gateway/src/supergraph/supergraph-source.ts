/** Brings supergraphs to the graphs that are served. Disposing of it waits until it has let go of everything. */
export interface SupergraphSource extends AsyncDisposable {
  /** Nothing is replaced any longer. */
  stop(): void;
}
