const GOLD = '#9a7b4f';
const PALE = '#f4eee2';

/** What a page is drawn with, and its size in points. */
export type Page = PDFKit.PDFDocument;

/** Draws the border of a certificate, and the rosette behind its text. */
export function drawFrame(page: Page): void {
  const { width, height } = page.page;
  drawRosette(page, width / 2, height * 0.47);
  page.lineWidth(1.6).strokeColor(GOLD);
  page.rect(30, 30, width - 60, height - 60).stroke();
  page.lineWidth(0.5);
  page.rect(36, 36, width - 72, height - 72).stroke();
  for (const [x, y, right, down] of [
    [36, 36, 1, 1],
    [width - 36, 36, -1, 1],
    [36, height - 36, 1, -1],
    [width - 36, height - 36, -1, -1],
  ] as const) {
    drawCorner(page, x, y, right, down);
  }
}

/** A key pattern in the corner of the frame. */
function drawCorner(page: Page, x: number, y: number, right: number, down: number): void {
  const at = (across: number, along: number) => [x + across * right, y + along * down] as const;
  page
    .moveTo(...at(0, 26))
    .lineTo(...at(26, 26))
    .lineTo(...at(26, 0));
  page
    .moveTo(...at(7, 20))
    .lineTo(...at(20, 20))
    .lineTo(...at(20, 7))
    .lineTo(...at(7, 7));
  page.lineTo(...at(7, 14)).lineTo(...at(14, 14));
  page.lineWidth(0.9).strokeColor(GOLD).stroke();
}

/** Ellipses turned about one point, pale, as on paper that is hard to copy. */
function drawRosette(page: Page, x: number, y: number): void {
  const petals = 36;
  page.lineWidth(0.45).strokeColor(PALE);
  for (let petal = 0; petal < petals; petal++) {
    page.save();
    page.rotate((180 / petals) * petal, { origin: [x, y] });
    page.ellipse(x, y, 210, 74).stroke();
    page.ellipse(x, y, 120, 46).stroke();
    page.restore();
  }
}
