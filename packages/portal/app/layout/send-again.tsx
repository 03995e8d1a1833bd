import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import button from '../design/button.module.css';
import { Button } from '../design/button.tsx';
import { CsrfField } from '../design/csrf-field.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Panel } from '../design/panel.tsx';
import stack from '../design/stack.module.css';
import { requestContext } from '../context.ts';
import { useTexts } from '../language/text.tsx';
import { signInPath } from '../sign-in-path.ts';
import { Zh } from '../language/lang.tsx';
import { useVisitor } from '../visitor.ts';

/** What forms hold for the pages, and nobody has typed. */
const HIDDEN = /^(key|version|opened|seen|step|go|return)$|\.rows$/;

/** Asked for by itself, it is where one lands after signing in beside a form. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const { unsent, person } = context.get(requestContext);
  if (!unsent && !person) throw redirect(`/${params['language']}`, 303);
  return data({ unsent });
}

/** Holds a form that was sent when its session was over, until it is sent again. */
export default function SendAgainPage() {
  const { unsent } = useLoaderData<typeof loader>();
  const { t, to } = useTexts();
  const { person } = useVisitor();
  if (!unsent) {
    return (
      <div className={stack['page']}>
        <title>{t('sendAgain.signedIn')}</title>
        <PageHead title={t('sendAgain.signedIn')} lead={t('sendAgain.goBack')} />
      </div>
    );
  }
  const typed = unsent.fields.filter(({ name, value }) => !HIDDEN.test(name) && value.trim() !== '');
  const title = t(`sendAgain.title.${unsent.reason}`);
  return (
    <div className={stack['page']}>
      <title>{title}</title>
      <PageHead title={title} lead={t('sendAgain.kept')} />
      <ol className={stack['list']}>
        {unsent.reason === 'SIGNED_OUT' && (
          <li className={stack['form']}>
            <p>{t('sendAgain.first')}</p>
            <p>
              <a
                className={`${button['button']} ${button['primary']}`}
                href={signInPath({ pathname: to('/send-again') })}
                target="_blank"
                rel="noreferrer"
              >
                {t('sendAgain.signIn')}
              </a>
            </p>
          </li>
        )}
        <li className={stack['form']}>
          <p>
            <Zh>{person ? t('sendAgain.as', { name: person.name }) : t('sendAgain.then')}</Zh>
          </p>
          <form method="post" action={unsent.to}>
            <CsrfField />
            {unsent.fields.map(({ name, value }, i) => (
              <input key={i} type="hidden" name={name} value={value} />
            ))}
            <Button look={unsent.reason === 'SIGNED_OUT' ? 'secondary' : 'primary'}>
              {t('sendAgain.send')}
            </Button>
          </form>
        </li>
      </ol>
      {typed.length > 0 && (
        <Panel title={t('sendAgain.typed', { count: typed.length })}>
          <ul>
            {typed.map(({ value }, i) => (
              <li key={i}>
                <Zh>{value}</Zh>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
