import offlinePage from '../../../../../certificates/verify-certificate.html?url';
import type { ActionFunctionArgs } from 'react-router';
import { data as respond, useActionData } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { CsrfField } from '../../../design/csrf-field.tsx';
import { Input, TextArea } from '../../../design/field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { ask } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { graphql } from '../../../graphql/generated/gql.ts';
import { useTexts } from '../../../language/text.tsx';
import { MAX_FILE_BYTES, readForm } from './read-form.ts';
import { Verdict } from './verdict.tsx';

const VERIFY = graphql(`
  query Verify($content: String!, $holder: USCC) {
    verifyCertificate(content: $content, holder: $holder) {
      verdict
      message
      messageZh
      checkedAt
      department
      state
      isDocument
      certificate {
        identifier
        title
        titleEn
        number
        holderName
        holderUscc
        authority
        validFrom
        validUntil
        issuedAt
        details {
          label
          labelEn
          value
        }
      }
    }
  }
`);

/** Changes nothing. It is sent as a form because of its size, and so that no address holds a certificate. */
export async function action(args: ActionFunctionArgs) {
  const read = await readForm(args.request);
  if ('error' in read) {
    return respond(
      { ...read, verification: null, problems: [] },
      { status: read.error === 'tooLarge' ? 413 : 400 },
    );
  }
  const { typed, ...verifiable } = read;
  const { data, problems } = await ask(args, VERIFY, verifiable);
  const verification = data?.verifyCertificate ?? null;
  // What could not be verified may be sent once more; what was leaves the form empty for the next one.
  return respond({ typed: verification ? null : typed, error: null, verification, problems });
}

export default function CertificatesPage() {
  const result = useActionData<typeof action>();
  const { t, format } = useTexts();
  const error = result?.error ?? null;
  const limit = format.number(MAX_FILE_BYTES / 1024);
  return (
    <div className={stack['page']}>
      <title>{t('certificates.title')}</title>
      <PageHead title={t('certificates.title')} lead={t('certificates.lead')} />
      <ProblemNotice problems={result?.problems ?? []} />
      {result?.verification && <Verdict verification={result.verification} />}
      {error && error !== 'wrongHolder' && (
        <Notice tone="bad" title={t(`certificates.error.${error}`, { limit })} isAlert />
      )}
      <div className={stack['columns']}>
        <Panel title={t(result?.verification ? 'certificates.another' : 'certificates.choose')}>
          <form method="post" encType="multipart/form-data" className={stack['form']}>
            <CsrfField />
            <Input
              label={t('certificates.file')}
              hint={t('certificates.fileHint', { limit })}
              name="file"
              type="file"
              accept="application/pdf,.pdf,.txt,.jwt"
            />
            <TextArea
              label={t('certificates.text')}
              hint={t('certificates.textHint')}
              name="text"
              defaultValue={result?.typed?.text}
              spellCheck={false}
              autoComplete="off"
            />
            <Input
              label={t('certificates.holder')}
              hint={t('certificates.holderHint')}
              name="holder"
              maxLength={30}
              defaultValue={result?.typed?.holder}
              autoComplete="off"
              error={error === 'wrongHolder' ? t('certificates.error.wrongHolder') : null}
            />
            <p>
              <Button>{t('certificates.verify')}</Button>
            </p>
          </form>
        </Panel>
        <Panel title={t('certificates.offline')}>
          <div className={stack['stack']}>
            <p>{t('certificates.offlineText')}</p>
            <p>
              <a href={offlinePage} download="verify-certificate.html">
                {t('certificates.offlineLink')}
              </a>
            </p>
            <p className={stack['soft']}>{t('certificates.privacy')}</p>
          </div>
        </Panel>
      </div>
    </div>
  );
}
