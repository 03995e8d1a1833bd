import { checkCharacterOfOrganisationCode, checkCharacterOfUscc, USCC_ALPHABET } from '@yiwang/codes';
import type { Db } from '@yiwang/subgraph-kit';
import { sql } from 'drizzle-orm';

/** Market regulation, enterprise. */
const ENTERPRISE = '91';
/**
 * Every organisation code that the graph makes begins so. Those of the generator begin with YW, and real ones with a digit, with MA, or
 * with one of a few other letters.
 */
const MADE_IN_GRAPH = 'YG';
const DIGITS = 6;
const BASE = BigInt(USCC_ALPHABET.length);
const CODES = BASE ** BigInt(DIGITS);
/** Prime and not 31, so multiplying by it permutes the remainders modulo 31^6. */
const MULTIPLIER = 436_279_223n;
const OFFSET = 271_828_183n;

/**
 * The USCC of a number: 18 characters with the check characters of GB 32100 and, in the organisation code, of GB 11714. Numbers below
 * 31^6 give distinct codes whatever their regions, in no order that shows how many there are.
 *
 * @param region 2, 4 or 6 digits
 */
export function usccOf(number: bigint, region: string): string {
  let rest = (number * MULTIPLIER + OFFSET) % CODES;
  let body = '';
  for (let digit = 0; digit < DIGITS; digit++) {
    body += USCC_ALPHABET[Number(rest % BASE)]!;
    rest /= BASE;
  }
  const organisation = MADE_IN_GRAPH + body;
  const code =
    ENTERPRISE + region.padEnd(6, '0') + organisation + checkCharacterOfOrganisationCode(organisation);
  return code + checkCharacterOfUscc(code);
}

/** A USCC that no enterprise has, and that none had whose registration was voided. */
export async function nextUscc(tx: Db, region: string): Promise<string> {
  for (;;) {
    const [made] = await tx.execute<{ number: string }>(sql`select nextval('uscc_numbers')::text as number`);
    const uscc = usccOf(BigInt(made!.number), region);
    const [used] = await tx.execute(sql`
      select 1 from enterprises where uscc = ${uscc} union all
      select 1 from voided_registrations where uscc = ${uscc}`);
    if (!used) return uscc;
  }
}
