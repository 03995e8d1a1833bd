import colors from 'picocolors';

/** Colours where a person looks at them: picocolors minds NO_COLOR, FORCE_COLOR and pipes. */
export const style = {
  bad: (text: string) => colors.red(text),
  odd: (text: string) => colors.yellow(text),
  good: (text: string) => colors.green(text),
  strong: (text: string) => colors.bold(text),
  faint: (text: string) => colors.dim(text),
};

/** Every line of a text moved to the right. */
export function indent(text: string, by = '  '): string {
  return text.replace(/^(?=.)/gm, by);
}

/** `1 call`, `1,234 calls`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A value of an enum: `ROLLED_BACK` is `rolled back`. */
export function inWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

/** 2026-11-24 18:20, in the time of this machine. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A time in its largest fitting unit: `12 s`, `5 min`, `3.5 h`. */
export function duration(hours: number): string {
  if (hours >= 1) return `${hours.toFixed(1)} h`;
  return hours >= 1 / 60 ? `${Math.floor(hours * 60)} min` : `${Math.floor(hours * 3600)} s`;
}
