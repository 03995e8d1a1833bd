import type { Finding } from '../../checker/finding.ts';
import type { ChaosSystem } from '../system/chaos-system.ts';

/** Something that goes wrong, and is well again. */
export interface Fault {
  /** As `--fault` names it. */
  name: string;
  /** What happens, for the table. */
  title: string;
  /** Name of a process that may break off what it does for somebody whom it has not answered yet. */
  breaksOff?: string;
  /** Whether a finding is what this fault has to leave until later, and is no loss. */
  explains?: (finding: Finding) => boolean;
  /** PostgreSQL's disk has to be one of this machine, and not of memory. */
  needsRealDisk?: true;
  /** What has to be there before, such as a standby; all must be well again after it. */
  prepare?(system: ChaosSystem): Promise<void>;
  /** Makes it happen. @returns what ends it; null when it has happened in a moment */
  begin(system: ChaosSystem): Promise<(() => Promise<void> | void) | null>;
}
