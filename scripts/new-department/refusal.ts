/** The department cannot be made as asked. The message is for the person, and nothing was written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
