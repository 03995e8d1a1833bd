import { useLocation } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { Status } from '../../../design/status.tsx';
import { useTexts } from '../../../language/text.tsx';
import { useVisitor } from '../../../visitor.ts';
import { returnPath } from './return-path.ts';

/** Makes a region the one whose services are shown, and leads back to where one came from. */
export function ChooseRegion({ code, look = 'secondary' }: { code: string; look?: 'primary' | 'secondary' }) {
  const { t, to, language } = useTexts();
  const { preferences } = useVisitor();
  const { search } = useLocation();
  if (preferences.region === code) return <Status tone="good">{t('regions.chosen')}</Status>;
  return (
    <form method="post" action={to('/preferences')}>
      <CsrfField />
      <input type="hidden" name="return" value={returnPath(search, language)} />
      <Button look={look} name="region" value={code}>
        {t('regions.choose')}
      </Button>
    </form>
  );
}
