import type { ChaosSystem } from '../system/chaos-system.ts';

/** Something that goes wrong, and is well again. */
export interface Fault {
  /** As `--fault` names it. */
  name: string;
  /** What happens, for the table. */
  title: string;
  /** What has to be there before, such as a standby; all must be well again after it. */
  prepare?(system: ChaosSystem): Promise<void>;
  /** Makes it happen. @returns what ends it */
  begin(system: ChaosSystem): Promise<() => Promise<void> | void>;
}
