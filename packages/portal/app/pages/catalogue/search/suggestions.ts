import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../../graph/ask.ts';
import { graphql } from '../../../graphql/generated/gql.ts';
import { loadMessages } from '../../../language/catalogs.ts';
import { isLanguage } from '../../../language/languages.ts';
import { textsOf } from '../../../language/text.tsx';
import { readPreferences } from '../../../layout/preferences.ts';
import { type Candidate, rank } from './rank.ts';
import { initialsOf, whatItIs, wordsOf } from './what-it-is.ts';

const SUGGESTIONS = graphql(`
  query Suggestions($text: String!, $initials: String!, $hasInitials: Boolean!, $region: RegionCode!) {
    serviceItems(filter: { name: $text, region: $region }, first: 20) {
      edges {
        node {
          code
          name
        }
      }
    }
    enterprises(filter: { name: $text }, first: 5) {
      edges {
        node {
          uscc
          name
        }
      }
    }
    itemsByInitials: serviceItems(filter: { initials: $initials, region: $region }, first: 20)
      @include(if: $hasInitials) {
      edges {
        node {
          code
          name
        }
      }
    }
    enterprisesByInitials: enterprises(filter: { initials: $initials }, first: 5) @include(if: $hasInitials) {
      edges {
        node {
          uscc
          name
        }
      }
    }
    matters {
      code
      name
      nameEn
    }
  }
`);

const MOST = 8;

/** What one may mean while one types, as JSON for enhance/suggest.ts. What is missing is left out: suggestions only help. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const language = isLanguage(args.params['language']) ? args.params['language'] : 'zh';
  await loadMessages(language);
  const { t, to, pick } = textsOf(language);
  const typed = new URL(args.request.url).searchParams.get('q') ?? '';
  const { text } = wordsOf(typed);
  const headers = { 'cache-control': 'private, max-age=60', vary: 'cookie' };
  if (text === '' || whatItIs(typed).kind !== 'words') return Response.json([], { headers });
  const { region } = readPreferences(args.request.headers.get('cookie'));
  const initials = initialsOf(text);
  const { data } = await ask(args, SUGGESTIONS, {
    text,
    region,
    initials: initials ?? '',
    hasInitials: initials !== null,
  });
  const candidates: Candidate[] = [
    ...(data?.matters ?? []).map(({ code, name, nameEn }): Candidate => ({
      kind: 'matter',
      text: pick(name, nameEn),
      other: language === 'en' ? name : nameEn,
      path: `/matters/${code}`,
    })),
    ...(data?.serviceItems?.edges ?? []).map(({ node }) => itemOf(node)),
    ...(data?.enterprises?.edges ?? []).map(({ node }) => enterpriseOf(node)),
    ...(data?.itemsByInitials?.edges ?? []).map(({ node }) => ({ ...itemOf(node), initials })),
    ...(data?.enterprisesByInitials?.edges ?? []).map(({ node }) => ({ ...enterpriseOf(node), initials })),
  ];
  return Response.json(
    rank(candidates, text, MOST).map(({ kind, text: name, path }) => ({
      text: name,
      kind: t(`search.kind.${kind}`),
      href: to(path),
    })),
    { headers },
  );
}

function itemOf({ code, name }: { code: string; name: string }): Candidate {
  return { kind: 'item', text: name, path: `/items/${code}` };
}

function enterpriseOf({ uscc, name }: { uscc: string; name: string }): Candidate {
  return { kind: 'enterprise', text: name, path: `/enterprises/${uscc}` };
}
