/** A row cannot be stored. The message is the reason, written for the person who keeps the register. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
