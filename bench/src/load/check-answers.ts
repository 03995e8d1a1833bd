import { isDeepStrictEqual } from 'node:util';
import { type Answer, ask, type Operation } from '../processes/ask.ts';

const IN_FLIGHT = 16;

/**
 * Asks every gateway for every operation: warms up gateways and departments, and makes sure that all
 * give the data that the first gives, without errors.
 *
 * @returns what is wrong, by gateway; only gateways with a fault are in it
 */
export async function checkAnswers(
  gateways: readonly { name: string; url: string }[],
  operations: readonly Operation[],
): Promise<Map<string, string>> {
  const faults = new Map<string, string>();
  const [reference, ...others] = gateways;
  const expected = await askAll(reference!.url, operations);
  const broken = expected.findIndex(({ data, errors }) => !data || errors);
  if (broken >= 0)
    throw new Error(`${reference!.name} answers ${JSON.stringify(expected[broken]).slice(0, 500)}`);

  for (const { name, url } of others) {
    const answers = await askAll(url, operations);
    const wrong = answers.findIndex(({ data, errors }, index) => {
      // Prototypes differ when an answer did not come from JSON.parse; here all do.
      return errors || !isDeepStrictEqual(data, expected[index]!.data);
    });
    if (wrong >= 0) faults.set(name, JSON.stringify(answers[wrong]).slice(0, 200));
  }
  return faults;
}

async function askAll(url: string, operations: readonly Operation[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  async function askOn(): Promise<void> {
    for (let index = next++; index < operations.length; index = next++) {
      answers[index] = await ask(url, operations[index]!);
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, askOn));
  return answers;
}
