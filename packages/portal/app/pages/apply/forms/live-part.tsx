import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Notice } from '../../../design/notice.tsx';
import stack from '../../../design/stack.module.css';
import liveUrl from '../../../enhance/live.ts?worker&url';
import { useTexts } from '../../../language/text.tsx';
import { useVisitor } from '../../../visitor.ts';

/** A part of a page that is not hydrated and still shows what changes: see enhance/live.ts. */
export function LivePart({
  document,
  variables,
  version,
  children,
}: {
  document: { toString(): string; __meta__?: Readonly<Record<string, unknown>> | undefined };
  variables: Record<string, unknown>;
  version: number;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const { nonce } = useVisitor();
  const { pathname } = useLocation();
  return (
    <div>
      <div hidden data-live-offer>
        <Notice title={t('forms.live.offer')}>
          <p>
            <a href={pathname}>{t('forms.live.show')}</a>
          </p>
        </Notice>
      </div>
      <div role="status" className={stack['soft']} data-live-told={t('forms.live.told')} />
      <div
        data-live={String(document)}
        data-live-hash={document.__meta__?.['hash'] as string | undefined}
        data-live-variables={JSON.stringify(variables)}
        data-live-version={version}
      >
        {children}
      </div>
      <script type="module" nonce={nonce} src={liveUrl} />
    </div>
  );
}
