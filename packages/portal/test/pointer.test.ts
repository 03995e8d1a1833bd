import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = new URL('../', import.meta.url).pathname;
/** Of events before a button is released, of dragging, of gestures and of moving a device: WCAG 2.5.1, 2.5.2, 2.5.4, 2.5.7. */
const EARLY =
  /.*\b(pointer(down|move)|mouse(down|move)|touch(start|move)|drag(start|over|end)?|gesture(start|change)|device(motion|orientation)|on(Pointer|Mouse|Touch|Drag)[A-Z]\w+|draggable)\b.*/g;

test('nothing is done before a button is released, by dragging, by a gesture or by moving a device', () => {
  const files = globSync(['app/**/*.{ts,tsx}', 'public/*.js'], { cwd: FOLDER }).filter(
    (file) => !file.includes('generated') && !file.includes('/messages/'),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(FOLDER, file), 'utf8').matchAll(EARLY)].map(([line]) => `${file}: ${line.trim()}`),
  );
  // It keeps the focus in the input; a suggestion is followed when it is clicked.
  expect(found).toEqual([
    "app/enhance/suggest.ts: list.addEventListener('pointerdown', (event) => event.preventDefault());",
  ]);
  expect(files.length).toBeGreaterThan(100);
});
