import type { Texts } from '../../language/text.tsx';
import type { Name } from './model.ts';

/** A name as people read it. */
export function tellName({ t, pick }: Texts, name: Name): string {
  return 'message' in name ? t(name.message) : pick(name.text, name.en);
}
