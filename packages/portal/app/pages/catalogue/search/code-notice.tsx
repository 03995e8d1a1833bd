import { useLocation } from 'react-router';
import { Notice } from '../../../design/notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { signInPath } from '../../../sign-in-path.ts';
import type { Meaning } from './what-it-is.ts';

/** What is to be said of a code or a number that led nowhere. */
export function CodeNotice({ meaning }: { meaning: Meaning }) {
  const { t } = useTexts();
  const location = useLocation();
  switch (meaning.kind) {
    case 'words':
      return null;
    case 'wrongUscc':
    case 'uscc':
    case 'item':
      return (
        <Notice tone="warn" title={t(`search.code.${meaning.kind}`, { code: meaning.code })}>
          <p>{t(`search.code.${meaning.kind}.remedy`)}</p>
        </Notice>
      );
    case 'case':
    case 'application':
      return (
        <Notice title={t(`search.code.${meaning.kind}`, { number: meaning.number })}>
          <p>
            {t('search.code.signIn')} <a href={signInPath(location)}>{t('site.signIn')}</a>
          </p>
        </Notice>
      );
  }
}
