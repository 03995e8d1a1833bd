import { create } from 'qrcode';
import type { Page } from './draw-frame.ts';

/** Draws a QR code of a text as one path, which stays sharp at any size. */
export function drawQrCode(page: Page, text: string, x: number, y: number, side: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const step = side / size;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.get(row, column)) page.rect(x + column * step, y + row * step, step, step);
    }
  }
  page.fillColor('#000000').fill();
}
