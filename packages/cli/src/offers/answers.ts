/** An offer, as the commands show it. */
export interface Offer {
  id: string;
  state: string;
  version: number;
  madeAt: string;
  validUntil: string;
  reason: string | null;
  enterprise: { uscc: string };
  serviceItem: { code: string; name: string };
  case: { number: string; state: string } | null;
}

export const OFFER = `id state version madeAt validUntil reason enterprise { uscc } serviceItem { code name } case { number state }`;

/** A run that makes offers. */
export interface Run {
  id: string;
  state: string;
  serviceItem: { code: string; name: string };
  startedAt: string;
  finishedAt: string | null;
  error: string | null;
  read: number;
  entitled: number;
  offered: number;
  denied: number;
  withdrawn: number;
  denials: string[];
}

export const RUN =
  'id state serviceItem { code name } startedAt finishedAt error read entitled offered denied withdrawn denials';
