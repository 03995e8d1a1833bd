/** Sizes in CSS pixels. A box is wide enough for the name of a department. */
export const BOX = { width: 112, height: 58 };
const GAP = { across: 10, down: 26 };

/**
 * Places the fetches of a plan: nodes of a sequence from top to bottom, parallel ones side by side.
 *
 * @returns boxes with their upper left corners, lines from each fetch to those that wait for it, and the size of all
 */
export function layOutPlan(node) {
  const placed = place(node, { path: [], condition: null });
  return { ...placed, boxes: placed.boxes, lines: placed.lines };
}

function place(node, above) {
  switch (node.kind) {
    case 'Fetch':
      return one({ ...above, fetch: node, x: 0, y: 0 });
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
  return { ...BOX, boxes: [box], lines: [], entries: [box], exits: [box] };
}

function beside(parts) {
  const height = Math.max(...parts.map((part) => part.height));
  let x = 0;
  for (const part of parts) {
    move(part, x, 0);
    x += part.width + GAP.across;
  }
  return {
    ...join(parts),
    width: x - GAP.across,
    height,
    entries: all(parts, 'entries'),
    exits: all(parts, 'exits'),
  };
}

function below(parts) {
  const width = Math.max(...parts.map((part) => part.width));
  const lines = [];
  let y = 0;
  parts.forEach((part, i) => {
    move(part, (width - part.width) / 2, y);
    y += part.height + GAP.down;
    const before = parts[i - 1];
    if (before) for (const from of before.exits) for (const to of part.entries) lines.push({ from, to });
  });
  const { boxes, lines: inside } = join(parts);
  const [first, last] = [parts[0], parts.at(-1)];
  return {
    width,
    height: y - GAP.down,
    boxes,
    lines: [...inside, ...lines],
    entries: first.entries,
    exits: last.exits,
  };
}

/** Boxes are moved themselves: lines end at them. */
function move({ boxes }, x, y) {
  for (const box of boxes) {
    box.x += x;
    box.y += y;
  }
}

function join(parts) {
  return { boxes: all(parts, 'boxes'), lines: all(parts, 'lines') };
}

function all(parts, name) {
  return parts.flatMap((part) => part[name]);
}
