import { type LoaderFunctionArgs, redirect } from 'react-router';
import { requestContext } from '../../../context.ts';
import { ask } from '../../../graph/ask.ts';
import type { SearchQuery } from '../../../graphql/generated/graphql.ts';
import { readPreferences } from '../../../layout/preferences.ts';
import { highlight } from './highlight.ts';
import { KNOWN_ENTERPRISE, KNOWN_ITEM, SEARCH } from './search-query.ts';
import { type Meaning, whatItIs, wordsOf } from './what-it-is.ts';

/** Tabs of the results, in their order. */
export const KINDS = ['enterprises', 'items', 'matters', 'data'] as const;
export type Kind = (typeof KINDS)[number];

function isKind(text: string | null): text is Kind {
  return KINDS.includes(text as Kind);
}

/** How many of each kind stand on the page of all, and on the page of one. */
const FEW = 5;
const MANY = 20;

export async function find(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const typed = searchParams.get('q') ?? '';
  const given = searchParams.get('in');
  const kind = isKind(given) ? given : null;
  const meaning = whatItIs(typed);
  const { text, words, isShortened } = wordsOf(typed);
  const page = { typed: typed.slice(0, 200), kind, words, isShortened, meaning };
  if (kind === null) await goToCode(args, meaning);
  if (text === '' || isCode(meaning)) return { ...page, answer: null };
  const { region } = readPreferences(args.request.headers.get('cookie'));
  const after = kind === null ? null : searchParams.get('after');
  const { data, problems } = await ask(args, SEARCH, {
    text,
    region,
    first: kind === null ? FEW : MANY,
    after,
    enterprises: kind === null || kind === 'enterprises',
    items: kind === null || kind === 'items',
    matters: kind === null || kind === 'matters',
    data: kind === null || kind === 'data',
  });
  if (after !== null && problems.some(({ code }) => code === 'MALFORMED_CURSOR')) {
    // An address of another search, or an old one: it begins anew.
    searchParams.delete('after');
    throw redirect(`/${args.params['language']}/search?${searchParams}`, 303);
  }
  return { ...page, answer: { data: data && { ...data, matters: fitting(data.matters, words) }, problems } };
}

function isCode({ kind }: Meaning): boolean {
  return kind === 'uscc' || kind === 'case' || kind === 'application' || kind === 'item';
}

/** Leads to what a code names. Comes back when nobody holds it, or only who is signed in may see it. */
async function goToCode(args: LoaderFunctionArgs, meaning: Meaning): Promise<void> {
  const go = (path: string) => redirect(`/${args.params['language']}${path}`, 303);
  const { person } = args.context.get(requestContext);
  if (meaning.kind === 'case' && person) throw go(`/cases/${meaning.number}`);
  if (meaning.kind === 'application' && person) throw go(`/applications/${meaning.number}`);
  if (meaning.kind === 'uscc') {
    const { data } = await ask(args, KNOWN_ENTERPRISE, { uscc: meaning.code });
    if (data?.enterprise) throw go(`/enterprises/${meaning.code}`);
  }
  if (meaning.kind === 'item') {
    const { data } = await ask(args, KNOWN_ITEM, { code: meaning.code });
    if (data?.serviceItem) throw go(`/items/${meaning.code}`);
  }
}

/** The few matters come all at once: those count that have every word somewhere. */
function fitting(matters: SearchQuery['matters'], words: readonly string[]): SearchQuery['matters'] {
  return matters?.filter(({ code, name, nameEn, steps }) => {
    const text = [code, name, nameEn, ...steps.flatMap(({ title, titleEn }) => [title, titleEn])].join('\n');
    return words.every((word) => highlight(text, [word]).some(({ isHit }) => isHit));
  });
}
