import type { Decision } from '../rules/decision-table.ts';

/** What a version of an item says about how to apply 办事指南; basis and levels are the item's own. */
export interface Guide {
  /** 受理条件, at least one. */
  conditions: string[];
  /** In the order in which they are shown. */
  materials: GuideMaterial[];
  /** What may be done with a case, in order. */
  steps: GuideStep[];
  /** Working days. */
  statutoryDays: number;
  promisedDays: number;
  visits: number;
  /** Yuan. */
  feeCny: string;
  /** 1 consult … 8 pay. */
  onlineDepth: number;
}

/** One thing to hand in 申请材料. */
export interface GuideMaterial extends Named {
  originals: number;
  copies: number;
  /** Null when the applicant hands it in. */
  heldBy: MaterialHolder | null;
}

/** One step of a case 办理环节. */
export type GuideStep = Named;

/** What rules name by its code. */
interface Named {
  /** Upper case, of its guide. */
  code: string;
  name: string;
  nameEn: string;
}

/** Where the graph holds what a material would prove, so that nobody has to hand it in. */
export interface MaterialHolder {
  /** The department in the graph, such as `enterprises`. */
  department: string;
  /** The coordinate of what it holds, such as `Enterprise.name`. */
  resource: string;
}

/** Whether a material is needed: always, for some answers, or never, because the graph holds it. */
export type MaterialNeed = 'ALWAYS' | 'DEPENDS' | 'NEVER';

/** A material as guides show it. Registers state less of theirs. */
export interface ShownMaterial {
  code: string | null;
  name: string;
  nameEn: string | null;
  originals: number;
  copies: number;
  heldBy: MaterialHolder | null;
  need: MaterialNeed;
  /** The conditions of the rules that need it; null where it is needed always or never. */
  neededWhen: Decision['when'][] | null;
}
