import { createElement as h, useMemo, useState } from 'react';
import { noteLastRun, useLastRun } from './last-run.js';
import { layOutPlan } from './plan-layout.js';
import { PlanPicture } from './plan-picture.js';
import { PlanTable } from './plan-table.js';
import { bytes, LANGUAGE, number, t } from './texts.js';

/** Makes the plugin that shows how the last run was answered. @param department that is asked alone; null for the one schema */
export function createPlanPlugin(department) {
  return {
    title: t('plan.title'),
    icon: Icon,
    content: () => h(Panel, { department }),
  };
}

function Panel({ department }) {
  const { wantsPlan, isRefused, plan } = useLastRun();
  const title = h('h2', null, t('plan.title'));
  const props = { className: 'yiwang-panel', lang: LANGUAGE };
  if (department !== null) {
    return h(
      'section',
      props,
      title,
      h('p', null, t('plan.department', department)),
      h('p', null, h('a', { href: '/graphql' }, t('plan.openSchema'))),
    );
  }
  return h(
    'section',
    props,
    title,
    h('p', null, t('plan.about')),
    h(
      'label',
      { className: 'yiwang-switch' },
      h('input', {
        type: 'checkbox',
        checked: wantsPlan,
        onChange: ({ target }) =>
          noteLastRun({ wantsPlan: target.checked, isRefused: false, plan: undefined }),
      }),
      t('plan.wanted'),
    ),
    h('p', { role: 'status' }, sentenceOf({ wantsPlan, isRefused, plan })),
    plan && h(Plan, { plan }),
  );
}

function sentenceOf({ wantsPlan, isRefused, plan }) {
  if (!wantsPlan) return '';
  if (isRefused) return t('plan.refused');
  if (plan === undefined) return t('plan.none');
  if (plan === null) return t('plan.absent');
  const received = plan.requests.reduce((sum, { receivedBytes }) => sum + (receivedBytes ?? 0), 0);
  const { planningMs, executionMs, requests } = plan;
  return t('plan.sums', number(planningMs), number(executionMs), requests.length, bytes(received));
}

function Plan({ plan: { node, requests, denied, executionMs } }) {
  const layout = useMemo(() => node && layOutPlan(node), [node]);
  const [chosen, setChosen] = useState(0);
  const requestsOf = (id) => requests.filter(({ fetches }) => fetches.includes(id));
  const shared = { requestsOf, chosen, onChoose: setChosen };
  const fetch = layout?.boxes.find((box) => box.fetch.id === chosen)?.fetch;
  const unshared = layout?.boxes.filter((box) => !box.fetch.isShareable).map((box) => box.fetch.department);
  return h(
    'div',
    { className: 'yiwang-plan' },
    !layout && h('p', null, t('plan.nothing')),
    layout &&
      h(
        'div',
        { className: 'yiwang-scroll', role: 'region', 'aria-label': t('plan.picture'), tabIndex: 0 },
        h(PlanPicture, { layout, executionMs, ...shared }),
      ),
    fetch &&
      h(
        'div',
        { className: 'yiwang-selection' },
        h('h3', null, t('plan.selection', fetch.department, fetch.id)),
        h('pre', { tabIndex: 0 }, indented(fetch.selection)),
      ),
    layout && h(PlanTable, { boxes: layout.boxes, ...shared }),
    unshared?.length > 0 && h('p', null, t('plan.unshared', [...new Set(unshared)].join(', '))),
    denied.length > 0 && h(Denied, { denied }),
  );
}

function Denied({ denied }) {
  return h(
    'div',
    null,
    h('h3', null, t('plan.denied')),
    h('p', null, t('plan.deniedAbout')),
    h(
      'ul',
      null,
      denied.map(({ path, coordinate, code, reason }) =>
        h(
          'li',
          { key: `${path.join('.')} ${coordinate}` },
          h('code', null, coordinate),
          h('small', null, `${path.join('.')} · ${code}${reason === null ? '' : ` · ${reason}`}`),
        ),
      ),
    ),
  );
}

/** One field a line. @example indented('a { b c }') // 'a {\n  b\n  c\n}' */
function indented(selection) {
  let depth = 0;
  const lines = [];
  // A fragment's head is one token: `... on Type`.
  for (const token of selection.match(/\.\.\. on \w+|[{}]|\w+/g) ?? []) {
    if (token === '}') depth -= 1;
    if (token === '{') lines.push(`${lines.pop()} {`);
    else lines.push(`${'  '.repeat(depth)}${token}`);
    if (token === '{') depth += 1;
  }
  return lines.join('\n');
}

function Icon() {
  return h(
    'svg',
    { viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', strokeWidth: 1.25 },
    h('rect', { x: 5.5, y: 1.5, width: 5, height: 3.5, rx: 0.75 }),
    h('rect', { x: 1.5, y: 11, width: 5, height: 3.5, rx: 0.75 }),
    h('rect', { x: 9.5, y: 11, width: 5, height: 3.5, rx: 0.75 }),
    h('path', { d: 'M8 5v3M4 11V8h8v3' }),
  );
}
