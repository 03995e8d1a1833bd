import { useTexts } from '../../language/text.tsx';
import type { Value } from './model.ts';

/** An answer as people read it. */
export function ValueText({ value }: { value: Value }) {
  const { t, to, pick, format } = useTexts();
  switch (value.kind) {
    case 'none':
      return t('desk.notAnswered');
    case 'flag':
      return t(value.isTrue ? 'desk.yes' : 'desk.no');
    case 'option':
      return pick(value.zh, value.en);
    case 'day':
      return format.day(value.text);
    case 'number':
      return format.number(value.text);
    case 'money':
      return format.money(value.text);
    case 'code':
      return <code>{value.text}</code>;
    case 'uscc':
      return <a href={to(`/enterprises/${value.text}`)}>{format.uscc(value.text)}</a>;
    case 'enterprise':
      return (
        <>
          <a href={to(`/enterprises/${value.uscc}`)}>{value.name ?? format.uscc(value.uscc)}</a>{' '}
          {value.name && <code>{format.uscc(value.uscc)}</code>}
        </>
      );
    default:
      return value.text;
  }
}
