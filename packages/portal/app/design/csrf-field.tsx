import { useVisitor } from '../visitor.ts';

/** What every form that changes something sends, so that no other site can send it. */
export function CsrfField() {
  return <input type="hidden" name="csrf" value={useVisitor().csrfToken} />;
}
