/** A request that a department had. */
export interface RecordedFetch {
  /** Index of the department. */
  department: number;
  body: string;
}

/** Most fetches kept between two calls of `take`, so that a run under load does not fill the memory. */
const MOST_FETCHES = 1000;

/**
 * Writes down what departments are asked, in waves: a fetch that began after all before it had been
 * answered begins a new wave, since it may have waited for them.
 */
export function createRecorder() {
  let waves: RecordedFetch[][] = [];
  let fetches = 0;
  let open = 0;

  return {
    /** Call when a request begins; call what it returns when the answer is on its way. */
    begin(department: number): (body: string) => void {
      if (open === 0 && fetches < MOST_FETCHES) waves.push([]);
      const wave = waves.at(-1);
      open += 1;
      return (body) => {
        open -= 1;
        if (fetches++ < MOST_FETCHES) wave?.push({ department, body });
      };
    },
    /** The waves since the last call, in order. */
    take(): RecordedFetch[][] {
      const taken = waves;
      waves = [];
      fetches = 0;
      return taken;
    },
  };
}
