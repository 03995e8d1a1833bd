// What the graph answers about mandates, as the selections here ask for it.

export interface Mandate {
  id: string;
  kind: string;
  state: string;
  enterprise: { uscc: string; name: string | null };
  person: string;
  items: string[] | null;
  from: string;
  until: string | null;
  version: number;
}

export interface MandateEvent {
  at: string;
  action: string;
  as: string;
  user: string | null;
  reason: string | null;
}

export interface WholeMandate extends Mandate {
  givenAt: string;
  givenBy: string | null;
  reason: string | null;
  history: MandateEvent[];
}

export const MANDATE = 'id kind state enterprise { uscc name } person items from until version';
export const WHOLE_MANDATE = `${MANDATE} givenAt givenBy reason history { at action as user reason }`;
