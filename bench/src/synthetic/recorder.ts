/** A request that a department had. */
export interface RecordedFetch {
  /** Index of the department. */
  department: number;
  body: string;
}

/** Most items kept between two calls of `take`, so that a run under load does not fill the memory. */
const MAX_ITEMS = 1000;

/**
 * Writes down what is asked of somebody, in waves: what began after all before it had been answered
 * begins a new wave, since it may have waited for them.
 */
export function createRecorder<Item>() {
  let waves: Item[][] = [];
  let items = 0;
  let open = 0;

  return {
    /** Call when a request begins; call what it returns when the answer is on its way. */
    begin(): (item: Item) => void {
      if (open === 0 && items < MAX_ITEMS) waves.push([]);
      const wave = waves.at(-1);
      open += 1;
      return (item) => {
        open -= 1;
        if (items++ < MAX_ITEMS) wave?.push(item);
      };
    },
    /** The waves since the last call, in order. */
    take(): Item[][] {
      const taken = waves;
      waves = [];
      items = 0;
      return taken;
    },
  };
}
