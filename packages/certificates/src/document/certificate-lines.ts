import type { BilingualText, Certificate } from '../credential/certificate.ts';

/** One line of the page: what it is, and what it says. */
export interface PageLine {
  label: BilingualText;
  value: string;
}

/** The lines of a certificate, in the order of the page; who issued it, and when, stands beneath them. What is not known has no line. */
export function linesOf(certificate: Certificate): PageLine[] {
  const { holder, number, details, validFrom, validUntil } = certificate;
  const isPerson = holder.name === null && holder.uscc === null;
  return [
    line('持证主体', 'Holder', holder.name ?? (isPerson ? '自然人（姓名不在版面显示）' : null)),
    line('统一社会信用代码', 'Unified social credit code', holder.uscc),
    line('证照编号', 'Number', number),
    ...details.map(({ label, value }) => ({ label, value })),
    line('有效期限', 'Period of validity', `${dayInWords(validFrom)} 至 ${endInWords(validUntil)}`),
  ].filter((one) => one !== null);
}

function line(zh: string, en: string, value: string | null): PageLine | null {
  return value === null ? null : { label: { zh, en }, value };
}

function endInWords(day: string | null): string {
  return day === null ? '长期' : dayInWords(day);
}

/** @example dayInWords('2026-03-01') // '2026年3月1日' */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
