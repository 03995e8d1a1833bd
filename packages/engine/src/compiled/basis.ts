import type { Department } from '../departments/department.ts';
import type { PlanTools } from './plan/compile-plan.ts';
import { describeShape } from './shape/describe-shape.ts';
import type { ObjectShape } from './shape/shape.ts';

/** What of a supergraph went into a compiled operation. While it stays the same, the operation serves another one too. */
export interface Basis {
  /** Of the plan and the names in it, see Planner.plan. */
  planHash: string;
  shape: ObjectShape;
  /** By the name that the plan uses. */
  departments: Map<string, Department | undefined>;
  /** By type condition of the plan. */
  types: Map<string, ReadonlySet<string>>;
  standIns: PlanTools['standIns'];
  /** Fingerprint of the rules that it meets some of; null when it meets none. */
  rules: string | null;
}

/** The tools, noting in the basis what is looked up with them, now and while the operation runs. */
export function noteLookups<Tools extends Pick<PlanTools, 'departments' | 'typesOf'>>(
  tools: Tools,
  { departments, types }: Basis,
): Tools {
  return {
    ...tools,
    typesOf: (condition) => {
      const names = tools.typesOf(condition);
      types.set(condition, names);
      return names;
    },
    departments: {
      get: (name) => {
        const department = tools.departments.get(name);
        departments.set(name, department);
        return department;
      },
    },
  };
}

/** True when compiling for the other supergraph would give what there is already. */
export function stillFits(
  basis: Basis,
  planHash: string,
  shape: ObjectShape,
  rules: string | null,
  tools: PlanTools,
): boolean {
  return (
    basis.planHash === planHash &&
    basis.rules === rules &&
    [...basis.departments].every(
      ([name, department]) => tools.departments.get(name)?.url === department?.url,
    ) &&
    [...basis.types].every(([condition, names]) => equalSets(names, tools.typesOf(condition))) &&
    JSON.stringify(entriesOf(basis.standIns)) === JSON.stringify(entriesOf(tools.standIns)) &&
    describeShape(basis.shape) === describeShape(shape)
  );
}

function equalSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

function entriesOf({ calls, requirements, keys }: PlanTools['standIns']): unknown {
  return [[...calls], [...keys], [...requirements].map(([field, names]) => [field, [...names]])];
}
