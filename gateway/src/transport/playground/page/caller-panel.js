import { createElement as h, useState } from 'react';
import { LocalSignIn } from './local-sign-in.js';
import { PurposeForm } from './purpose-form.js';
import { useTabHeaders } from './tab-headers.js';
import { LANGUAGE, t } from './texts.js';

/** Makes the plugin that says who asks and what for: it writes the headers of the open tab. @param config of the playground */
export function createCallerPlugin(config) {
  return {
    title: t('caller.title'),
    icon: Icon,
    content: () => h(Panel, config),
  };
}

function Panel({ departments, scopes, portal, department }) {
  const { headers, change } = useTabHeaders();
  const [said, setSaid] = useState('');
  // A department alone is asked by the gateway, in nobody's name.
  const isAsked = department === null;
  return h(
    'section',
    { className: 'yiwang-panel', lang: LANGUAGE },
    h('h2', null, t('caller.title')),
    h('p', { role: 'status' }, headers === null ? t('caller.headersBroken') : said),
    headers !== null &&
      isAsked && [
        h(Caller, { key: 'caller', headers, onSignOut: signOut }),
        departments &&
          h(LocalSignIn, { key: 'local', departments, scopes, onHeaders: changeCaller, onSay: setSaid }),
        h(TokenForm, { key: 'token', onHeaders: changeCaller, onSay: setSaid }),
        h(PurposeForm, { key: 'purpose', headers, onHeaders: change, onSay: setSaid }),
      ],
    portal && h(Links, { portal }),
  );

  function changeCaller(changes) {
    change(changes, { rereadsSchema: true });
  }
  function signOut() {
    changeCaller({ authorization: null });
    setSaid(t('caller.signedOut'));
  }
}

function Caller({ headers, onSignOut }) {
  const token = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const claims = token === undefined ? null : claimsOf(String(token));
  const expiry = claims?.exp ? new Date(claims.exp * 1000) : null;
  const rows = claims && [
    [t('caller.client'), claims.azp ?? claims.client_id ?? claims.sub],
    [t('caller.user'), claims.azp || claims.client_id ? claims.sub : undefined],
    [t('caller.department'), claims.department],
    [t('caller.scopes'), Array.isArray(claims.scope) ? claims.scope.join(' ') : claims.scope],
    [t('caller.until'), expiry?.toLocaleString(LANGUAGE === 'zh' ? 'zh-CN' : 'en')],
  ];
  return h(
    'div',
    null,
    h('h3', null, t('caller.now')),
    token === undefined && h('p', null, t('caller.nobody')),
    token !== undefined && !claims && h('p', null, t('caller.opaque')),
    expiry && expiry < new Date() && h('p', { className: 'yiwang-bad' }, t('caller.over')),
    rows &&
      h(
        'dl',
        null,
        rows.map(
          ([name, value]) => value && [h('dt', { key: name }, name), h('dd', { key: `${name}=` }, value)],
        ),
      ),
    token !== undefined &&
      h('button', { type: 'button', className: 'yiwang-plain', onClick: onSignOut }, t('caller.signOut')),
  );
}

function TokenForm({ onHeaders, onSay }) {
  const [token, setToken] = useState('');
  return h(
    'form',
    {
      onSubmit(event) {
        event.preventDefault();
        onHeaders({ authorization: `Bearer ${token.trim().replace(/^Bearer +/i, '')}` });
        setToken('');
        onSay(t('caller.signedIn', t('caller.tokenLabel')));
      },
    },
    h('h3', null, t('caller.token')),
    h('p', null, t('caller.tokenAbout')),
    h(
      'label',
      null,
      t('caller.tokenLabel'),
      h('input', {
        value: token,
        required: true,
        autoComplete: 'off',
        spellCheck: false,
        onChange: ({ target }) => setToken(target.value),
      }),
    ),
    h('button', { type: 'submit' }, t('caller.use')),
  );
}

function Links({ portal }) {
  const pages = [
    ['developers', '/developers'],
    ['reference', '/developers/reference'],
    ['examples', '/developers/examples'],
    ['errors', '/developers/errors'],
  ];
  return h(
    'nav',
    { 'aria-label': t('links.title') },
    h('h3', null, t('links.title')),
    h(
      'ul',
      null,
      pages.map(([name, path]) =>
        h(
          'li',
          { key: name },
          h(
            'a',
            { href: new URL(path, portal).href, target: '_blank', rel: 'noreferrer' },
            t(`links.${name}`),
          ),
        ),
      ),
    ),
  );
}

/** What a token says of its client, which only the gateway verifies; null for no JSON Web Token. */
function claimsOf(header) {
  try {
    const payload = header.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.codePointAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function Icon() {
  return h(
    'svg',
    { viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', strokeWidth: 1.25 },
    h('circle', { cx: 5.5, cy: 8, r: 3 }),
    h('path', { d: 'M8.5 8h6M12 8v2.5M14.5 8v1.75', strokeLinecap: 'round' }),
  );
}
