/** Sizes in CSS pixels. A box is wide enough for the name of a department. */
export const BOX = { width: 98, height: 58 };
const GAP = { across: 8, down: 24 };
/** Between the frame of a group and what is in it. */
const PADDING = 5;
/** Parallel parts that are wider go on in a further row, so that the picture fits beside the editor and on a phone. */
const MAX_WIDTH = 3 * BOX.width + 2 * GAP.across;

/**
 * Places the fetches of a plan: nodes of a sequence from top to bottom, parallel ones side by side, in a group.
 *
 * @returns boxes and groups with their upper left corners, lines from each to what waits for it, and the size of all
 */
export function layOutPlan(node) {
  const { boxes, groups, lines, width, height } = place(node, { path: [], condition: null });
  return { boxes, groups, lines, width, height };
}

function place(node, above) {
  switch (node.kind) {
    case 'Fetch':
      return one({ ...above, fetch: node, x: 0, y: 0, ...BOX });
    case 'Flatten':
      return place(node.node, { ...above, path: [...above.path, ...node.path] });
    case 'Condition':
      return place(node.node, { ...above, condition: { variable: node.variable, holds: node.holds } });
    case 'Parallel':
      return beside(node.nodes.map((child) => place(child, above)));
    case 'Sequence':
      return below(node.nodes.map((child) => place(child, above)));
    default:
      throw new Error(`The page does not know ${node.kind}.`);
  }
}

function one(box) {
  return { ...BOX, boxes: [box], groups: [], lines: [], first: box, last: box };
}

function beside(parts) {
  let [x, y, width, rowHeight] = [0, 0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.width > MAX_WIDTH) {
      y += rowHeight + GAP.across;
      [x, rowHeight] = [0, 0];
    }
    move(part, x + PADDING, y + PADDING);
    x += part.width + GAP.across;
    width = Math.max(width, x - GAP.across);
    rowHeight = Math.max(rowHeight, part.height);
  }
  const group = { x: 0, y: 0, width: width + 2 * PADDING, height: y + rowHeight + 2 * PADDING };
  const { boxes, groups, lines } = join(parts);
  const size = { width: group.width, height: group.height };
  return { ...size, boxes, groups: [group, ...groups], lines, first: group, last: group };
}

function below(parts) {
  const width = Math.max(...parts.map((part) => part.width));
  const own = [];
  let y = 0;
  parts.forEach((part, i) => {
    move(part, (width - part.width) / 2, y);
    y += part.height + GAP.down;
    if (i > 0) own.push({ from: parts[i - 1].last, to: part.first });
  });
  const { boxes, groups, lines } = join(parts);
  const [first, last] = [parts[0].first, parts.at(-1).last];
  return { width, height: y - GAP.down, boxes, groups, lines: [...lines, ...own], first, last };
}

/** Boxes and groups are moved themselves: lines end at them. */
function move({ boxes, groups }, x, y) {
  for (const placed of [...boxes, ...groups]) {
    placed.x += x;
    placed.y += y;
  }
}

function join(parts) {
  const all = (name) => parts.flatMap((part) => part[name]);
  return { boxes: all('boxes'), groups: all('groups'), lines: all('lines') };
}
