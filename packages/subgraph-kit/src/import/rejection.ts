/** Thrown for a row that cannot be stored. The message is the reason, for the keeper of the register. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
}
