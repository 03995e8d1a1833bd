import type { ChaosSystem } from '../system/chaos-system.ts';

/** Something that goes wrong, and is well again. */
export interface Fault {
  /** As `--fault` names it. */
  name: string;
  /** What happens, for the table. */
  title: string;
  /** Makes it happen. @returns what ends it */
  begin(system: ChaosSystem): Promise<() => Promise<void> | void>;
}
