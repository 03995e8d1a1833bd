import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
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
      return <Zh>{pick(value.zh, value.en)}</Zh>;
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
          <a href={to(`/enterprises/${value.uscc}`)}>
            <Zh>{value.name ?? format.uscc(value.uscc)}</Zh>
          </a>{' '}
          {value.name && <code>{format.uscc(value.uscc)}</code>}
        </>
      );
    default:
      return <Zh>{value.text}</Zh>;
  }
}
