import type { Purpose } from '@yiwang/client';
import type { LoaderFunctionArgs } from 'react-router';
import { requestContext } from '../../context.ts';
import { ask, failPage, graphOf } from '../../graph/ask.ts';
import { type Part, streamParts } from '../../graph/stream-parts.ts';
import { ENTERPRISE, ENTERPRISE_CONDITIONAL } from './enterprise-query.ts';
import { type Conditional, grantNeeds, isToldAtPart, standingOf } from './grant-needs.ts';

/** One enterprise: what everyone sees, and what depends on who looks, in parts that come when they are there. */
export async function loadEnterprise(args: LoaderFunctionArgs) {
  const uscc = args.params['uscc']!.replaceAll(' ', '').toUpperCase();
  const { person } = args.context.get(requestContext);
  const purpose = readPurpose(new URL(args.request.url).searchParams, person?.id ?? '');
  // Begun at once, and awaited by its own parts of the page.
  const conditional =
    person === null ? null : ask(args, ENTERPRISE_CONDITIONAL, { uscc }, purpose ? { purpose } : {});
  const { first, parts } = await streamParts(
    graphOf(args).stream(ENTERPRISE, { uscc }, { signal: args.request.signal }),
    {
      permits: (data) => data.enterprise?.permits,
      tax: (data) => data.enterprise?.taxpayer,
      land: (data) => data.enterprise?.landSupplies,
    },
  );
  if (!first.data?.enterprise) failPage(first);
  const own = <Value>(pick: (enterprise: Conditional) => Value) =>
    conditional?.then(({ data, problems }): Part<Value | undefined> => {
      // Rows that are not theirs are answered like none at all: a citizen would read "no parcels" of an enterprise that has some.
      const isHidden = standingOf(person!, data, uscc) === 'CITIZEN';
      return {
        value: data?.enterprise && !isHidden ? pick(data.enterprise) : undefined,
        problems: isHidden ? [] : problems.filter(isToldAtPart),
      };
    });
  return {
    enterprise: first.data.enterprise,
    problems: first.problems,
    parts,
    purpose,
    needs:
      conditional?.then(async (answer) => ({
        value: await grantNeeds(args, person!, answer, uscc),
        problems: [],
      })) ?? null,
    conditional: {
      creditGrades: own((one) => one.taxpayer?.creditGrades),
      parcels: own((one) => one.parcels),
      cases: own((one) => one.cases),
      accesses: own((one) => one.accesses),
    },
  };
}

/** What an official has named to read for; null until both are named. It stands in the access log. */
function readPurpose(query: URLSearchParams, requester: string): Purpose | null {
  const line = (name: string) => (query.get(name) ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  const [basis, caseNumber] = [line('basis'), line('case')];
  return basis && caseNumber ? { basis, caseNumber, requester } : null;
}
