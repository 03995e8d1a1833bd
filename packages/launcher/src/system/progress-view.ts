import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** A line is printed each time this many more percent are done, where nobody watches. */
const PLAIN_STEP_PERCENT = 25;

/** Shows how far several tasks are: moving bars for a person, plain lines for a log. */
export interface ProgressView {
  /** @param total null when unknown */
  update(task: string, done: number, total: number | null): void;
  /** A line that stays, above the bars. */
  say(text: string): void;
  /** Ends the bars and leaves the terminal as it was. */
  close(): void;
}

export function createProgressView(terminal: Terminal): ProgressView {
  return terminal.isInteractive ? createBars(terminal) : createLines(terminal);
}

function createBars(terminal: Terminal): ProgressView {
  const format = '  {task} {bar} {percentage} %  {value} of {total}';
  const multiBar = new MultiBar(
    {
      format,
      stream: terminal.stream,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false, // the stop switch takes the signals
      autopadding: true,
      formatValue: (value, _options, type) =>
        type === 'percentage' ? String(value).padStart(3) : value.toLocaleString('en'),
    },
    Presets.shades_classic,
  );
  const bars = new Map<string, SingleBar>();
  return {
    update(task, done, total) {
      if (total === null) return;
      const bar = bars.get(task) ?? multiBar.create(total, 0, { task: task.padEnd(24) });
      bars.set(task, bar);
      bar.setTotal(total);
      bar.update(done);
    },
    say: (text) => multiBar.log(`${text}\n`),
    close: () => multiBar.stop(),
  };
}

function createLines(terminal: Terminal): ProgressView {
  const shown = new Map<string, number>();
  return {
    update(task, done, total) {
      if (!total) return;
      const step = Math.floor(((done / total) * 100) / PLAIN_STEP_PERCENT) * PLAIN_STEP_PERCENT;
      if (step <= (shown.get(task) ?? 0)) return;
      shown.set(task, step);
      terminal.say(`  ${task} ${step} %`);
    },
    say: terminal.say,
    close: () => {},
  };
}
