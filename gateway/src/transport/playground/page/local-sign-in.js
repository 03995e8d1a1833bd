import { createElement as h, useState } from 'react';
import { t } from './texts.js';

/** Scopes of programs of the platform, which nobody at a desk has. */
const OF_PROGRAMS = ['mandates:resolve', 'matters:run'];

/** The roles in which a developer may sign in. The developer chooses the official's department. */
const ROLES = [
  { name: 'all', client: 'local-work', scopes: null, hasDepartment: true },
  {
    name: 'official',
    client: 'local-official',
    scopes: ['sharing:decide', 'sensitive:read'],
    hasDepartment: true,
  },
  {
    name: 'applicant',
    client: 'local-applicant',
    scopes: ['sharing:apply', 'sharing:correct'],
    hasDepartment: false,
  },
  {
    name: 'auditor',
    client: 'local-auditor',
    scopes: ['accesses:read', 'sensitive:read', 'registry:read'],
    hasDepartment: false,
  },
];

/** Signs in at a click, with a token of the built-in issuer. */
export function LocalSignIn({ departments, scopes, onHeaders, onSay }) {
  const [department, setDepartment] = useState(departments[0] ?? '');
  const everything = Object.keys(scopes).filter((scope) => !OF_PROGRAMS.includes(scope));

  async function signIn({ name, client, scopes: own, hasDepartment }) {
    const response = await fetch('/local-work/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client,
        scopes: own ?? everything,
        department: hasDepartment ? department : null,
      }),
    });
    const answer = await response.json();
    if (!response.ok) return onSay(answer.errors[0].message);
    onHeaders(answer.headers);
    return onSay(t('caller.signedIn', t(`role.${name}`)));
  }

  return h(
    'div',
    null,
    h('h3', null, t('caller.signIn')),
    h('p', null, t('caller.signInAbout')),
    h(
      'label',
      null,
      t('caller.department'),
      h(
        'select',
        { value: department, onChange: ({ target }) => setDepartment(target.value) },
        departments.map((name) => h('option', { key: name }, name)),
      ),
    ),
    ROLES.map((role) =>
      h(
        'button',
        { key: role.name, type: 'button', className: 'yiwang-role', onClick: () => signIn(role) },
        h('strong', null, t(`role.${role.name}`)),
        h('span', null, t(`role.${role.name}About`)),
      ),
    ),
  );
}
