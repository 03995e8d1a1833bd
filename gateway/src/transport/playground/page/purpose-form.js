import { createElement as h, useState } from 'react';
import { t } from './texts.js';

const PARTS = [
  { name: 'basis', header: 'purpose-basis' },
  { name: 'case', header: 'purpose-case' },
  { name: 'requester', header: 'purpose-requester' },
];

/** States what conditional data is read for. The headers hold it in percent encoding, which nobody types by hand. */
export function PurposeForm({ headers, onHeaders, onSay }) {
  // What was typed since the headers were written; null for nothing.
  const [typed, setTyped] = useState(null);
  const values =
    typed ?? Object.fromEntries(PARTS.map(({ name, header }) => [name, decoded(headers[header] ?? '')]));
  const headersOf = (valueOf) => Object.fromEntries(PARTS.map((part) => [part.header, valueOf(part)]));

  function write(changes, sentence) {
    onHeaders(changes);
    setTyped(null);
    onSay(sentence);
  }

  return h(
    'form',
    {
      onSubmit(event) {
        event.preventDefault();
        write(
          headersOf(({ name }) => encodeURIComponent(values[name].trim())),
          t('purpose.isSet'),
        );
      },
    },
    h('h3', null, t('purpose.title')),
    h('p', null, t('purpose.about')),
    PARTS.map(({ name }) =>
      h(
        'label',
        { key: name },
        t(`purpose.${name}`),
        h('input', {
          name,
          value: values[name],
          required: true,
          maxLength: 200,
          // With a letter or a digit, as the gateway requires.
          pattern: String.raw`.*[\p{L}\p{N}].*`,
          placeholder: t(`purpose.${name}Example`),
          onChange: ({ target }) => setTyped({ ...values, [name]: target.value }),
        }),
      ),
    ),
    h(
      'div',
      { className: 'yiwang-actions' },
      h('button', { type: 'submit' }, t('purpose.set')),
      h(
        'button',
        {
          type: 'button',
          className: 'yiwang-plain',
          onClick: () =>
            write(
              headersOf(() => null),
              t('purpose.isCleared'),
            ),
        },
        t('purpose.clear'),
      ),
    ),
  );
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return String(text);
  }
}
