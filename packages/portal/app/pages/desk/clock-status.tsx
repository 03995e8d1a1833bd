import { Status } from '../../design/status.tsx';
import { useTexts } from '../../language/text.tsx';
import type { Clock } from './clock.ts';

/** How long the office has, in a word. */
export function ClockStatus({ clock }: { clock: Clock }) {
  const { t } = useTexts();
  switch (clock.kind) {
    case 'stopped':
      return <Status>{t('desk.clock.stopped')}</Status>;
    case 'waiting':
      return <Status>{t('desk.clock.waiting')}</Status>;
    case 'late':
      return <Status tone="bad">{t('desk.clock.late', { days: clock.days })}</Status>;
    case 'left':
      return (
        <Status tone={clock.isSoon ? 'warn' : 'good'}>{t('desk.clock.left', { days: clock.days })}</Status>
      );
  }
}
