import type { Durable } from '@yiwang/durable';
import { TransientFault } from './call-department.ts';
import { isOutage, listStuckSteps, lockResuming, resumeSteps, type StuckStep } from './stuck-steps.ts';
import { askDepartment, type WorkOptions } from './work-runner.ts';

/**
 * Lets steps go on that are stuck because their department was away, once it answers again. Of each department one of them is asked, at
 * random, so that one that fails by itself does not keep the others; the key of the call is that of the step, so that it is done once.
 * While the department is away they stay stuck: operators see them, and they take nobody's place.
 *
 * @returns how many go on
 * @throws what kept a step from going on, after all others
 */
export async function resumeAfterOutages(options: WorkOptions, durable: Durable): Promise<number> {
  const { db } = options;
  const stuck = (await listStuckSteps(db, durable)).filter(isOutage);
  let count = 0;
  let failure: { error: unknown } | undefined;
  for (const [department, steps] of Map.groupBy(stuck, (step) => step.department)) {
    if (!(await answersAgain(options, steps))) continue;
    await db.transaction(async (tx) => {
      if (!(await lockResuming(tx, false))) return;
      // Others may have resumed them meanwhile.
      const still = (await listStuckSteps(tx, durable)).filter(
        (step) => isOutage(step) && step.department === department,
      );
      const unresumed = await resumeSteps(durable, still);
      count += still.length - unresumed.length;
      failure ??= unresumed[0];
    });
  }
  if (failure) throw failure.error;
  return count;
}

/** Whether a department answers one of its steps, whatever it says. */
async function answersAgain(options: WorkOptions, steps: readonly StuckStep[]): Promise<boolean> {
  const { number, work } = steps[Math.floor(Math.random() * steps.length)]!;
  try {
    await askDepartment(options, number, work);
    return true;
  } catch (error) {
    return !(error instanceof TransientFault);
  }
}
