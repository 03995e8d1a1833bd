import type { Tone } from '../../design/status.tsx';

const TONES: Readonly<Record<string, Tone>> = {
  SUBMITTED: 'brand',
  RETURNED: 'warn',
  NOT_ACCEPTED: 'bad',
  ACCEPTED: 'brand',
  UNDER_REVIEW: 'brand',
  DECIDED: 'good',
  DELIVERED: 'good',
};

export function stateTone(state: string): Tone {
  return TONES[state] ?? 'neutral';
}
