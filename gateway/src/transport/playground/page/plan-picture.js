import { createElement as h } from 'react';
import { BOX } from './plan-layout.js';
import { bytes, number, t } from './texts.js';

const MARGIN = 3;
/** As many colours as the style sheet has. */
const COLOURS = 8;

/**
 * The plan as a picture. Each fetch is a button, so that it can be reached with the keyboard; the table beside it says the same.
 *
 * @param requestsOf returns the requests of a fetch
 */
export function PlanPicture({ layout, executionMs, requestsOf, chosen, onChoose }) {
  const { boxes, groups, lines } = layout;
  const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN];
  const departments = [...new Set(boxes.map(({ fetch }) => fetch.department))];
  return h(
    'svg',
    {
      className: 'yiwang-picture',
      role: 'group',
      'aria-label': t('plan.picture'),
      ...{ width, height, viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}` },
    },
    groups.map(({ x, y, width: across, height: down }, i) =>
      h('rect', { key: `group ${i}`, className: 'yiwang-group', x, y, width: across, height: down, rx: 9 }),
    ),
    lines.map(({ from, to }, i) =>
      h('path', { key: `line ${i}`, className: 'yiwang-line', d: arrow(from, to) }),
    ),
    boxes.map((box) =>
      h(Box, {
        key: box.fetch.id,
        box,
        colour: departments.indexOf(box.fetch.department) % COLOURS,
        requests: requestsOf(box.fetch.id),
        executionMs,
        isChosen: chosen === box.fetch.id,
        onChoose,
      }),
    ),
  );
}

function Box({ box: { fetch, x, y }, colour, requests, executionMs, isChosen, onChoose }) {
  const { id, department, state, startMs, durationMs, entities } = fetch;
  const received = requests.reduce((sum, { receivedBytes }) => sum + (receivedBytes ?? 0), 0);
  const hasRun = state !== 'SKIPPED';
  const facts = [
    hasRun ? `${number(durationMs)} ms` : t(`plan.${state}`),
    ...(entities === null ? [] : [`${number(entities)} × ${t('plan.entities')}`]),
  ];
  const size = state === 'FAILED' ? t('plan.FAILED') : hasRun ? bytes(received) : '';
  const others = requests.flatMap(({ fetches }) => fetches).filter((other) => other !== id);
  const inner = BOX.width - 16;
  const at = (ms) => (executionMs > 0 ? (ms / executionMs) * inner : 0);
  return h(
    'g',
    {
      className: `yiwang-box yiwang-${state.toLowerCase()} yiwang-colour-${colour}`,
      transform: `translate(${x} ${y})`,
      role: 'button',
      tabIndex: 0,
      'aria-pressed': isChosen,
      'aria-label': [`${t('plan.fetch')} ${id}`, department, ...facts, size].filter(Boolean).join(', '),
      onClick: () => onChoose(id),
      onKeyDown: (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(id);
      },
    },
    h('rect', { className: 'yiwang-frame', width: BOX.width, height: BOX.height, rx: 6 }),
    h('text', { className: 'yiwang-name', x: 8, y: 17 }, department),
    h('text', { className: 'yiwang-id', x: BOX.width - 8, y: 17, textAnchor: 'end' }, id),
    h('text', { x: 8, y: 32 }, facts[0]),
    h(
      'text',
      { x: BOX.width - 8, y: 32, textAnchor: 'end' },
      entities === null ? '' : `× ${number(entities)}`,
    ),
    h('text', { x: 8, y: 46 }, size),
    others.length > 0 &&
      h('text', { x: BOX.width - 8, y: 46, textAnchor: 'end' }, `= ${[...new Set(others)].join(', ')}`),
    hasRun &&
      h('rect', {
        className: 'yiwang-bar',
        ...{ x: 8 + at(startMs), y: BOX.height - 7, height: 3, rx: 1.5 },
        width: Math.max(2, at(durationMs)),
      }),
  );
}

function arrow(from, to) {
  const [x1, y1] = [from.x + from.width / 2, from.y + from.height];
  const [x2, y2] = [to.x + to.width / 2, to.y];
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2 - 1}m-3 -4 3 4 3-4`;
}
