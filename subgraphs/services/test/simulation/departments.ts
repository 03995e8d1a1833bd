import type { WorkingCalendar } from '@yiwang/codes/working-days';
import {
  CASE_RULES,
  CASE_TRANSITIONS,
  type CaseFacts,
  type CaseStep,
  newCase,
  takeStep,
} from '@yiwang/subgraph-kit/cases';
import type { Random } from '@yiwang/testing/random-graph';
import type { MatterDefinition, StepDefinition } from '../../src/definition/definition.ts';

/** What a call asks of a department. */
export type Role = 'DO' | 'UNDO' | 'FILE' | 'REFILE' | 'WITHDRAW' | 'READ' | 'CHANGES';

/** A case in a department, as the department stores it. */
export interface SimulatedCase {
  number: string;
  matter: string;
  step: string;
  facts: CaseFacts;
  defects: { about: string | null; problem: string }[];
}

/** Something that a department did for a step, and that readers take for a fact until it is undone. */
interface Effect {
  matter: string;
  step: string;
  isLive: boolean;
}

/** A department that is correct: it carries a call out once for each idempotency key. What goes wrong is between it and its callers. */
export class SimulatedDepartments {
  readonly cases = new Map<string, SimulatedCase>();
  readonly effects: Effect[] = [];
  readonly violations: string[] = [];
  readonly #answers = new Map<string, unknown>();
  readonly #changes: { id: string; number: string; department: string }[] = [];
  readonly #documents = new Map<string, { step: StepDefinition; role: Role }>();
  readonly #definitions = new Map<string, MatterDefinition>();
  readonly #random: Random;
  readonly #calendar: WorkingCalendar;
  readonly #now: () => Date;
  /** How often a machine refuses. */
  readonly #refusals: number;

  readonly #forgetsKeys: boolean;

  constructor(random: Random, calendar: WorkingCalendar, now: () => Date, forgetsKeys: boolean) {
    this.#forgetsKeys = forgetsKeys;
    this.#random = random;
    this.#calendar = calendar;
    this.#now = now;
    this.#refusals = random.pick([0, 0.05, 0.3]);
  }

  /** Takes the documents of a definition by their text, with the step before them: several steps may share one. */
  add(matter: string, definition: MatterDefinition): void {
    this.#definitions.set(matter, definition);
    for (const step of definition.steps) {
      const put = (role: Role, document: string | undefined) => {
        if (document !== undefined) this.#documents.set(`${step.name} ${document}`, { step, role });
      };
      put('UNDO', step.undo?.document);
      if (step.kind === 'MACHINE') put('DO', step.do.document);
      else {
        put('FILE', step.file.document);
        put('REFILE', step.refile.document);
        put('WITHDRAW', step.withdraw.document);
      }
    }
  }

  /** Carries a mutation out. The key names application and step. */
  mutate(document: string, variables: Readonly<Record<string, unknown>>): unknown {
    const key = variables['idempotencyKey'] as string;
    const before = this.#answers.get(key);
    if (before !== undefined && !this.#forgetsKeys) return before;
    const [matter, stepName] = key.split('/') as [string, string];
    const { step, role } = this.#documents.get(`${stepName} ${document}`)!;
    const answer = this.#carryOut(role, matter, step, variables);
    // What is rejected stays rejected: the same call may arrive once more, long after its caller went on.
    this.#answers.set(key, answer);
    return answer;
  }

  #carryOut(role: Role, matter: string, step: StepDefinition, variables: Readonly<Record<string, unknown>>) {
    switch (role) {
      case 'DO':
        if (this.#random.chance(this.#refusals)) return rejected('NAME_TAKEN');
        this.#begin(matter, step);
        return { made: { id: `${matter}-${step.name}`, name: 'made' }, userErrors: [] };
      case 'UNDO':
        this.#end(matter, step);
        return { voided: true, userErrors: [] };
      case 'FILE': {
        if (this.#random.chance(this.#refusals)) return rejected('MALFORMED_FORM');
        const number = `${step.department}-${this.cases.size + 1}`;
        this.#requireNeeds(matter, step);
        const begun = newCase({ statutoryDays: 20, promisedDays: 5 }, this.#now());
        const made = { number, matter, step: step.name, facts: begun.facts, defects: [] };
        this.cases.set(number, made);
        this.take(made, { action: 'SUBMIT' });
        return { case: { number }, userErrors: [] };
      }
      case 'REFILE': {
        const found = this.#caseOf(matter, step);
        return this.take(found, { action: 'RESUBMIT' })
          ? { case: { number: found.number }, userErrors: [] }
          : rejected('WRONG_STATE');
      }
      case 'WITHDRAW': {
        const found = this.#caseOf(matter, step);
        if (found.facts.state === 'WITHDRAWN' || this.take(found, { action: 'WITHDRAW', reason: null })) {
          return { case: { number: found.number }, userErrors: [] };
        }
        return rejected('WRONG_STATE');
      }
      default:
        throw new Error(`${role} is no mutation; ${Object.keys(variables).join()}`);
    }
  }

  /** Takes a step of a case, by whoever may. Returns whether it was possible. */
  take(of: SimulatedCase, step: CaseStep): boolean {
    const context = { at: this.#now(), calendar: this.#calendar, rules: CASE_RULES };
    const taken = takeStep(of.facts, step, context);
    if ('problem' in taken) return false;
    of.facts = taken.facts;
    if (step.action === 'RETURN') of.defects = [...step.defects];
    const definition = this.#definitionOf(of.matter);
    const stepDefinition = definition.steps.find(({ name }) => name === of.step)!;
    if (step.action === 'DECIDE' && step.decision === 'GRANTED') this.#begin(of.matter, stepDefinition);
    this.#changes.push({
      id: String(this.#changes.length + 1),
      number: of.number,
      department: stepDefinition.department,
    });
    return true;
  }

  /** The cases with these numbers, as a department's `read` gives them. */
  read(numbers: readonly string[]): unknown[] {
    return numbers.map((number) => {
      const found = this.cases.get(number);
      if (!found) return null;
      const { state, version, decision } = found.facts;
      return { number, state, version, decision, defects: found.defects, permit: { number: `P-${number}` } };
    });
  }

  changes(department: string, after: string | null, first: number): unknown[] {
    return this.#changes
      .slice(Number(after ?? 0))
      .filter((change) => change.department === department)
      .slice(0, first);
  }

  /** What officials could do with a case next. */
  possibleSteps({ facts }: SimulatedCase): CaseStep['action'][] {
    return (Object.keys(CASE_TRANSITIONS) as CaseStep['action'][]).filter(
      (action) =>
        CASE_TRANSITIONS[action].by === 'OFFICIAL' &&
        (CASE_TRANSITIONS[action].from as readonly string[]).includes(facts.state),
    );
  }

  /** Steps whose effects are there now. */
  liveSteps(matter: string): ReadonlySet<string> {
    return new Set(this.effects.filter((one) => one.matter === matter && one.isLive).map(({ step }) => step));
  }

  #begin(matter: string, step: StepDefinition): void {
    if (this.liveSteps(matter).has(step.name))
      this.violations.push(`${matter}: ${step.name} was done twice.`);
    this.#requireNeeds(matter, step);
    this.effects.push({ matter, step: step.name, isLive: true });
  }

  #end(matter: string, step: StepDefinition): void {
    const effect = this.effects.find((one) => one.matter === matter && one.step === step.name && one.isLive);
    const live = this.liveSteps(matter);
    const above = this.#definitionOf(matter).steps.find(
      (one) =>
        one.needs.includes(step.name) &&
        live.has(one.name) &&
        one.undo !== null &&
        !this.skipped.has(`${matter} ${one.name}`),
    );
    if (above)
      this.violations.push(`${matter}: ${step.name} was undone before ${above.name}, which needs it.`);
    if (effect) effect.isLive = false;
  }

  /** Operators may have left a step out: then nothing tells that it was done. */
  skipped = new Set<string>();

  #requireNeeds(matter: string, { name, needs }: StepDefinition): void {
    // Its call was held up, and an operator has left it out and undone the rest meanwhile: see skipMatterStep of the schema.
    if (this.skipped.has(`${matter} ${name}`)) return;
    const live = this.liveSteps(matter);
    const missing = needs.find((need) => !live.has(need) && !this.skipped.has(`${matter} ${need}`));
    if (missing) this.violations.push(`${matter}: ${name} was begun before ${missing}.`);
  }

  #caseOf(matter: string, { name }: StepDefinition): SimulatedCase {
    return [...this.cases.values()].find((one) => one.matter === matter && one.step === name)!;
  }

  #definitionOf(matter: string): MatterDefinition {
    return this.#definitions.get(matter)!;
  }
}

function rejected(code: string) {
  return { userErrors: [{ code, message: code, field: null }] };
}
