import type { Holds } from './find-anchors.ts';

type Test = (variables: Readonly<Record<string, unknown>>) => boolean;

/** Conditions of one operation's form as functions, made when they are first asked for. */
export function createHolds(): (variables: Readonly<Record<string, unknown>>) => Holds {
  const tests = new Map<string, Test>();
  return (variables) => (condition) => {
    if (condition === null) return true;
    let test = tests.get(condition);
    if (!test) {
      test = new Function('v', `return ${condition};`) as Test;
      tests.set(condition, test);
    }
    return test(variables);
  };
}
