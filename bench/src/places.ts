/** Folder of the benchmarks. */
export const BENCH = new URL('../', import.meta.url);

/** Folder of the project that is measured. */
export const ROOT = new URL('../../', import.meta.url);
