import type { LoaderFunctionArgs } from 'react-router';
import { Link, useLoaderData } from 'react-router';
import { ButtonLink } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Panel } from '../../../design/panel.tsx';
import stack from '../../../design/stack.module.css';
import { Status } from '../../../design/status.tsx';
import { ask, failPage } from '../../../graph/ask.ts';
import { ProblemNotice } from '../../../graph/problem-notice.tsx';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { useVisitor } from '../../../visitor.ts';
import { type Offer, isOrder } from './offers.ts';
import { Comparison } from './comparison.tsx';
import { GuideFacts } from './guide-facts.tsx';
import { ITEM, ITEM_MORE } from './item-query.ts';
import { Materials } from './materials.tsx';
import { answersOf, questionsOf } from './questions.ts';
import { QuestionForm, Requirements } from './requirements.tsx';
import { Steps } from './steps.tsx';
import { Versions } from './versions.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params['code']!;
  const { searchParams } = new URL(args.request.url);
  const answer = await ask(args, ITEM, { code });
  const item = answer.data?.serviceItem;
  if (!item) failPage(answer);
  const current = item.version?.version ?? 0;
  const asked = Number(searchParams.get('version'));
  const version = Number.isInteger(asked) && asked > 0 && asked < current ? asked : current;
  const questions = questionsOf(item.form, item.version?.rules);
  const { answers, count } = answersOf(questions, searchParams);
  const more = await ask(args, ITEM_MORE, {
    code,
    basicCode: item.basicCode ?? null,
    answers,
    version,
    isCompared: item.basicCode != null,
    isAnswered: item.version != null && searchParams.has('answered'),
    isEarlier: version !== current,
  });
  const by = searchParams.get('by');
  return {
    item,
    current,
    earlier: more.data?.itemVersion ?? null,
    questions,
    given: Object.fromEntries(searchParams),
    isAnswered: count > 0,
    requirements: more.data?.serviceItem?.requirements ?? null,
    offers: (more.data?.offers?.edges ?? []).map(({ node }): Offer => ({
      code: node.code,
      region: node.region,
      promisedDays: node.guide?.promisedDays ?? null,
      visits: node.guide?.visits ?? null,
      feeCny: node.guide?.feeCny == null ? null : Number(node.guide.feeCny),
      onlineDepth: node.guide?.onlineDepth ?? null,
    })),
    order: isOrder(by) ? by : ('region' as const),
    problems: [...answer.problems, ...more.problems],
  };
}

export default function ItemPage() {
  const page = useLoaderData<typeof loader>();
  const { item, current, earlier, requirements, offers, problems } = page;
  const { t, to, format } = useTexts();
  const isLarge = useVisitor().preferences.size === 'large';
  const guide = earlier?.guide ?? item.version?.guide ?? item.guide;
  const region = item.region?.fullName ?? item.region?.code;
  return (
    <div className={stack['page']}>
      <title>{t('items.pageTitle', { name: item.name, region: region ?? '' })}</title>
      <PageHead
        way={[{ to: '/items', title: t('items.title') }]}
        title={item.name}
        lead={
          <span className={stack['row']}>
            <span>
              <Zh>{item.department.name}</Zh>
            </span>
            <span>{t(`catalogue.type.${item.type}`)}</span>
            {item.noVisit && <Status tone="good">{t('catalogue.noVisit')}</Status>}
            {item.source === 'GENERATED' && <Status>{t('items.madeUp')}</Status>}
          </span>
        }
        actions={
          item.form != null &&
          !earlier && <ButtonLink to={to(`/apply/${item.code}`)}>{t('items.apply')}</ButtonLink>
        }
      />
      <ProblemNotice problems={problems} />
      {earlier && (
        <Notice tone="warn" title={t('items.earlier', { version: earlier.version })}>
          <p>
            {earlier.supersededAt && t('items.supersededOn', { day: format.day(earlier.supersededAt) })}{' '}
            <Link to={to(`/items/${item.code}`)}>{t('items.currentVersion', { version: current })}</Link>
          </p>
        </Notice>
      )}
      {!guide && <Notice tone="warn" title={t('items.noGuide')} />}
      {guide && <GuideFacts guide={guide} levels={item.catalogueItem?.levels ?? guide.levels ?? null} />}
      {guide?.conditions && guide.conditions.length > 0 && (
        <Panel title={t('items.conditions')}>
          <ul className={stack['list']}>
            {guide.conditions.map((condition) => (
              <li key={condition}>
                <Zh>{condition}</Zh>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {guide?.materials && (
        <Panel
          title={t('items.materials')}
          aside={t('items.materialCounts', {
            count: guide.materials.length,
            free: guide.materials.filter(({ need, fromSharedData }) => need === 'NEVER' || fromSharedData)
              .length,
          })}
        >
          <Materials materials={guide.materials} hasQuestions={page.questions.length > 0 && !earlier} />
        </Panel>
      )}
      {page.questions.length > 0 && !earlier && (
        <Panel title={t('items.whatItTakes')} id="questions">
          <QuestionForm
            questions={page.questions}
            given={page.given}
            errors={requirements?.userErrors ?? []}
          />
          {requirements && <Requirements requirements={requirements} all={guide?.steps ?? []} />}
        </Panel>
      )}
      {guide?.steps && guide.steps.length > 0 && requirements?.rule == null && (
        <Panel title={t('items.steps')}>
          <Steps steps={guide.steps} />
        </Panel>
      )}
      {!isLarge && offers.length > 1 && (
        <Panel
          title={t('items.comparison')}
          aside={t('items.regionCount', { count: offers.length })}
          id="regions"
        >
          <Comparison offers={offers} order={page.order} own={item.code} />
        </Panel>
      )}
      {!isLarge && (
        <div className={stack['halves']}>
          {(guide?.basis ?? item.catalogueItem?.basis) && (
            <Panel title={t('items.basis')}>
              <p>
                <Zh>{guide?.basis ?? item.catalogueItem?.basis}</Zh>
              </p>
            </Panel>
          )}
          <Panel title={t('items.record')}>
            <Versions item={item} current={current} shown={earlier?.version ?? current} />
          </Panel>
        </div>
      )}
    </div>
  );
}
