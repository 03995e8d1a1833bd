import PDFDocument from 'pdfkit';
import type { Certificate, SignedPage } from '../credential/certificate.ts';
import { CREDENTIAL_MEDIA_TYPE } from '../credential/claims.ts';
import { sha256Hex } from '../credential/digest.ts';
import { dayInWords, linesOf, type PageLine } from './certificate-lines.ts';
import { drawFrame, type Page } from './draw-frame.ts';
import { drawQrCode } from './draw-qr-code.ts';
import { fontFile, GETA, printable } from './fonts.ts';
import { createTags, type Tags } from './tags.ts';

const RED = '#9c1c1f';
const INK = '#1d1d1f';
const GREY = '#6b6459';
const HAIRLINE = '#d9cdb8';

const LEFT = 78;
const LABEL_WIDTH = 132;
const QR_SIDE = 92;
/** Where the lines end, and what stands beneath them begins. */
const FOOT = 622;
const QR_TOP = 642;
/** Of the text of a label. */
const LABEL = { width: LABEL_WIDTH - 8 } as const;
/** All that is not marked so is Chinese, as the document says. */
const ENGLISH = { lang: 'en' } as const;

/** A page that is not signed yet. */
export interface RenderedPage {
  bytes: Uint8Array<ArrayBuffer>;
  signed: SignedPage;
}

/**
 * Draws the page of a certificate as PDF/A-3: Chinese first, English beneath it and smaller. The page is tagged, so that screen readers
 * read it in its order and know its parts. The same certificate gives the same bytes.
 *
 * It holds an attachment that is empty and that the credential takes the place of: {@link appendCredential}.
 *
 * @param checkAddress what the QR code says: where a reader finds the certificate
 */
export async function renderPage(certificate: Certificate, checkAddress: string): Promise<RenderedPage> {
  const at = new Date(certificate.issuedAt);
  const page = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    lang: 'zh-CN',
    displayTitle: true,
    tagged: true,
    font: fontFile('regular') as unknown as string,
    info: {
      Title: `${certificate.title.zh} ${certificate.number}`,
      Author: certificate.authority,
      Subject: certificate.identifier,
      Creator: 'Yiwang',
      Producer: 'Yiwang',
      CreationDate: at,
      ModDate: at,
    },
  } as PDFKit.PDFDocumentOptions);
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => page.on('end', resolve).on('error', reject));
  page.registerFont('regular', fontFile('regular')).registerFont('bold', fontFile('bold'));
  drawPage(page, certificate, checkAddress);
  const object = attachPlaceholder(page, at);
  page.end();
  await ended;
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { bytes, signed: { sha256: await sha256Hex(bytes), bytes: bytes.length, object } };
}

function drawPage(page: Page, certificate: Certificate, checkAddress: string): void {
  const { width } = page.page;
  const tags = createTags(page);
  tags.artifact(() => drawFrame(page));
  page.font('regular').fontSize(9).fillColor(GREY);
  tags.element('P', {}, () =>
    page.text('电子证照  ELECTRONIC CERTIFICATE', 0, 78, { width, align: 'center', characterSpacing: 1.6 }),
  );
  const title = printable(certificate.title.zh);
  const size = sizeOf(page, title, 38, width - 2 * LEFT);
  page.font('bold').fontSize(size).fillColor(RED);
  tags.element('H1', {}, () =>
    page.text(title, LEFT, 112, { width: width - 2 * LEFT, align: 'center', lineGap: -size * 0.2 }),
  );
  const titleEn = certificate.title.en;
  if (titleEn !== null) {
    page.font('regular').fontSize(12).fillColor(GREY);
    tags.element('P', ENGLISH, () =>
      page.text(printable(titleEn), LEFT, page.y + 6, { width: width - 2 * LEFT, align: 'center' }),
    );
  }
  const isWhole = drawLines(page, tags, linesOf(certificate), page.y + 34);
  drawFoot(page, tags, certificate, checkAddress, isWhole);
  tags.end();
}

/** The largest size at which a title stands on one line; on several when it is very long. */
function sizeOf(page: Page, text: string, most: number, width: number): number {
  page.font('bold').fontSize(most);
  return Math.max(17, Math.min(most, Math.floor((most * width) / page.widthOfString(text))));
}

/** Draws label and value of each line, at the largest size at which all fit. Returns whether the fonts had every character. */
function drawLines(page: Page, tags: Tags, lines: readonly PageLine[], top: number): boolean {
  const width = page.page.width - 2 * LEFT - LABEL_WIDTH;
  const values = lines.map(({ value }) => printable(value));
  const heightsAt = (size: number) => {
    page.font('regular').fontSize(size);
    const padding = size > 10 ? 19 : 10;
    return values.map((value) => Math.max(page.heightOfString(value, { width }), 24) + padding);
  };
  const room = FOOT - top;
  const sizes = [14, 13, 12, 11, 10, 9, 8, 7, 6];
  const fits = (one: number) => heightsAt(one).reduce((sum, height) => sum + height, 0) <= room;
  const size = sizes.find(fits) ?? 5;
  const heights = heightsAt(size);
  let y = top;
  const rule = () =>
    tags.artifact(() =>
      page
        .lineWidth(0.5)
        .strokeColor(HAIRLINE)
        .moveTo(LEFT, y)
        .lineTo(page.page.width - LEFT, y)
        .stroke(),
    );
  rule();
  tags.group('L', () => {
    for (const [index, { label }] of lines.entries()) {
      const height = heights[index]!;
      const middle = y + height / 2;
      tags.group('LI', () => {
        tags.group('Lbl', () => {
          page.font('bold').fontSize(11).fillColor(INK);
          tags.element('Span', {}, () =>
            page.text(printable(label.zh), LEFT, middle - (label.en === null ? 8 : 15), LABEL),
          );
          if (label.en !== null) {
            page.font('regular').fontSize(7).fillColor(GREY);
            tags.element('Span', ENGLISH, () => page.text(printable(label.en!), LEFT, middle + 1.5, LABEL));
          }
        });
        page.font('regular').fontSize(size).fillColor(INK);
        const textHeight = page.heightOfString(values[index]!, { width });
        tags.element('LBody', {}, () =>
          page.text(values[index]!, LEFT + LABEL_WIDTH, middle - textHeight / 2, { width }),
        );
      });
      y += height;
      rule();
    }
  });
  return !values.some((value) => value.includes(GETA));
}

function drawFoot(
  page: Page,
  tags: Tags,
  { authority, issuedAt, identifier }: Certificate,
  checkAddress: string,
  isWhole: boolean,
): void {
  const { width } = page.page;
  const across = { width: width - 2 * LEFT, lineBreak: false } as const;
  const right = { width: 230, align: 'right' } as const;
  const x = width - LEFT - right.width;
  const beside = LEFT + QR_SIDE + 14;
  tags.element(
    'Figure',
    {
      alt: `核验二维码：${checkAddress}`,
      bbox: [LEFT, QR_TOP, LEFT + QR_SIDE, QR_TOP + QR_SIDE],
    },
    () => drawQrCode(page, checkAddress, LEFT, QR_TOP, QR_SIDE),
  );
  page.font('bold').fontSize(9).fillColor(INK);
  tags.element('P', {}, () => page.text('扫码核验', beside, QR_TOP + 2));
  page.font('regular').fontSize(7).fillColor(GREY);
  tags.element('P', ENGLISH, () => page.text('Scan to get the original', beside, QR_TOP + 16));
  // What a value is comes before it where it is read out; on paper it stands beneath it.
  tags.element('P', {}, () => page.text('颁发机构 Issuing authority', x, QR_TOP + 52, right));
  const issuer = printable(authority);
  page
    .font('bold')
    .fontSize(Math.min(14, sizeOf(page, issuer, 14, 2 * right.width)))
    .fillColor(INK);
  tags.element('P', {}, () => page.text(issuer, x, QR_TOP + 50 - page.heightOfString(issuer, right), right));
  page.font('regular').fontSize(7).fillColor(GREY);
  tags.element('P', {}, () => page.text('颁发日期 Date of issue', x, QR_TOP + 84, right));
  const day = dayInWords(dayInChina.format(new Date(issuedAt)));
  page.fontSize(11).fillColor(INK);
  tags.element('P', {}, () => page.text(day, x, QR_TOP + 68, right));
  page.fontSize(7).fillColor(GREY);
  tags.element('P', {}, () => page.text('电子证照标识 Certificate identifier', LEFT, 750, across));
  page.fontSize(8).fillColor(INK);
  tags.element('P', {}, () => page.text(identifier, LEFT, 760, across));
  const note = isWhole ? '' : `“${GETA}”处为字库未收的字，以签名数据为准。`;
  page.fontSize(6.5).fillColor(GREY);
  tags.element('P', {}, () =>
    page.text(
      `${note}本证照由颁发机构电子签名，签名数据附于文件中；打印件以核验结果为准。`,
      LEFT,
      775,
      across,
    ),
  );
  tags.element('P', ENGLISH, () =>
    page.text(
      'Signed electronically by the issuing authority; the signature is attached to this file.',
      LEFT,
      785,
      across,
    ),
  );
}

const dayInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** @returns the number of its object */
function attachPlaceholder(page: Page, at: Date): number {
  const attachment = (page as unknown as Attaching).file(new Uint8Array([0x0a]), {
    name: 'certificate.sd-jwt',
    type: CREDENTIAL_MEDIA_TYPE,
    description: '签名数据 signed credential (SD-JWT VC)',
    relationship: 'Source',
    creationDate: at,
    modifiedDate: at,
  });
  return attachment.data.EF.F.id;
}

/** What the types of pdfkit leave out. */
interface Attaching {
  file(source: Uint8Array, options: object): { data: { EF: { F: { id: number } } } };
}
