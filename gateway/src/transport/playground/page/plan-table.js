import { createElement as h } from 'react';
import { bytes, number, t } from './texts.js';

const COLUMNS = [
  'fetch',
  'column.department',
  'path',
  'entities',
  'start',
  'duration',
  'sent',
  'received',
  'state',
];

/** The plan as a table: one row a fetch, with all that the picture shows. */
export function PlanTable({ boxes, requestsOf, chosen, onChoose }) {
  return h(
    'div',
    { className: 'yiwang-scroll', role: 'region', 'aria-label': t('plan.table'), tabIndex: 0 },
    h(
      'table',
      null,
      h('caption', null, t('plan.table')),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          COLUMNS.map((column) => h('th', { key: column, scope: 'col' }, t(`plan.${column}`))),
        ),
      ),
      h(
        'tbody',
        null,
        boxes.map((box) =>
          h(Row, {
            key: box.fetch.id,
            box,
            requests: requestsOf(box.fetch.id),
            isChosen: chosen === box.fetch.id,
            onChoose,
          }),
        ),
      ),
    ),
  );
}

function Row({ box: { fetch, path, condition }, requests, isChosen, onChoose }) {
  const { id, department, entities, startMs, durationMs, state } = fetch;
  const sum = (of) => requests.reduce((total, request) => total + (of(request) ?? 0), 0);
  const others = [...new Set(requests.flatMap(({ fetches }) => fetches))].filter((other) => other !== id);
  const cells = [
    [department, condition && t('plan.condition', condition.variable, condition.holds)],
    [path.length === 0 ? t('plan.root') : path.join('.')],
    [entities === null ? '' : number(entities)],
    [startMs === null ? '' : number(startMs)],
    [durationMs === null ? '' : number(durationMs)],
    [requests.length === 0 ? '' : bytes(sum((request) => request.sentBytes))],
    [requests.length === 0 ? '' : bytes(sum((request) => request.receivedBytes))],
    [t(`plan.${state}`), others.length > 0 && t('plan.batched', others.join(', '))],
  ];
  return h(
    'tr',
    { className: isChosen ? 'yiwang-chosen' : undefined },
    h(
      'th',
      { scope: 'row' },
      h('button', { type: 'button', 'aria-pressed': isChosen, onClick: () => onChoose(id) }, id),
    ),
    cells.map(([text, note], i) => h('td', { key: COLUMNS[i + 1] }, text, note && h('small', null, note))),
  );
}
