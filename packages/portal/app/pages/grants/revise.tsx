import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { ButtonLink } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Panel } from '../../design/panel.tsx';
import stack from '../../design/stack.module.css';
import { ask, failPage, requirePerson } from '../../graph/ask.ts';
import { readCatalogue } from '../../graph/read-catalogue.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import { ApplicationForm } from './application-form.tsx';
import { ONE_APPLICATION } from './grants-query.ts';
import { reviseApplication } from './revise-application.ts';
import { type ApplicationResult, lastDayOf, mayRevise } from './typed-application.ts';

export async function loader(args: LoaderFunctionArgs) {
  requirePerson(args);
  const [answer, catalogue] = await Promise.all([
    ask(args, ONE_APPLICATION, { number: args.params['number']! }),
    readCatalogue(args),
  ]);
  const application = answer.data?.sharingApplication;
  if (!application) failPage(answer);
  const department = application.department.name;
  // What it lacks can be added, where the same department decides.
  const beside = application.neededBeside
    .flatMap(({ fields }) => fields)
    .filter((coordinate) => catalogue.sharing.get(coordinate)?.department === department);
  const cities = (answer.data?.region?.children?.edges ?? []).map(({ node }) => node);
  const region = application.regions?.map(({ code }) => code).join(',') ?? '';
  return {
    number: application.number,
    state: application.state,
    reason: application.reason ?? null,
    mayRevise: mayRevise(application),
    fields: [...new Set([...application.fields, ...beside])].map((coordinate) => ({
      coordinate,
      basis: catalogue.sharing.get(coordinate)?.basis ?? null,
      department,
    })),
    // It may be narrowed to something else than one of the cities.
    regions:
      region === '' || cities.some(({ code }) => code === region)
        ? cities
        : [
            { code: region, name: application.regions!.map(({ name, code }) => name ?? code).join(' ') },
            ...cities,
          ],
    typed: {
      fields: application.fields,
      basis: application.basis,
      purpose: application.purpose,
      until: lastDayOf(application.until),
      region,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  requirePerson(args);
  return reviseApplication(args, args.params['number']!, await args.request.formData());
}

/** An application that was given back, or not submitted yet: what it says is changed, and it is submitted. */
export default function RevisePage() {
  const { number, state, reason, mayRevise: isOpen, fields, regions, typed } = useLoaderData<typeof loader>();
  const result = useActionData() as ApplicationResult | undefined;
  const { t, to } = useTexts();
  const title = t('grants.reviseTitle', { number });
  return (
    <div className={stack['page']}>
      <title>{title}</title>
      <PageHead way={[{ to: '/grants', title: t('grants.title') }]} title={title} />
      {isOpen && reason && (
        <Notice tone="warn" title={t('grants.state.CHANGES_REQUESTED')}>
          <p>
            <Zh>{reason}</Zh>
          </p>
        </Notice>
      )}
      {isOpen ? (
        <Panel title={t('grants.content')}>
          <ApplicationForm
            fields={fields}
            regions={regions}
            department={null}
            until={typed.until}
            idempotencyKey=""
            revised={typed}
            result={result}
          />
        </Panel>
      ) : (
        <Notice title={t(`grants.state.${state}`)}>
          <p>{t('grants.closed')}</p>
          <p>
            <ButtonLink to={to('/grants')}>{t('grants.toList')}</ButtonLink>
          </p>
        </Notice>
      )}
    </div>
  );
}
