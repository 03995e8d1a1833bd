import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createElement, useState } from 'react';

const EVERYTHING = [
  'sharing:apply',
  'sharing:decide',
  'sharing:correct',
  'items:edit',
  'items:publish',
  'sensitive:read',
  'accesses:read',
  'registry:read',
  'usage:read',
  'introspection',
];

/** The roles in which a developer may sign in. The developer chooses the official's department. */
const ROLES = [
  {
    title: 'Everything 全部',
    about: 'Has every scope, and reads what one department does not share',
    client: 'local-work',
    scopes: EVERYTHING,
    hasDepartment: true,
  },
  {
    title: 'Official 部门',
    about: 'Reads what the department does not share, and decides on applications',
    client: 'local-official',
    scopes: ['sharing:decide', 'sensitive:read'],
    hasDepartment: true,
  },
  {
    title: 'Applicant 申请方',
    about: 'Applies for shared data; reads what is granted to it',
    client: 'local-applicant',
    scopes: ['sharing:apply', 'sharing:correct'],
    hasDepartment: false,
  },
  {
    title: 'Auditor 审计',
    about: 'Reads the access log',
    client: 'local-auditor',
    scopes: ['accesses:read', 'sensitive:read', 'registry:read'],
    hasDepartment: false,
  },
];

/** Makes the plugin that signs in at a click: it writes a token of the built-in issuer, and a purpose, into the headers of the tab. */
export function createSignInPlugin(departments) {
  return {
    title: 'Sign in for local work 登录',
    icon: Icon,
    content: () => createElement(Panel, { departments }),
  };
}

function Panel({ departments }) {
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const { introspect } = useGraphiQLActions();
  const [department, setDepartment] = useState(departments[0] ?? '');
  const [said, setSaid] = useState('');

  async function signIn({ title, client, scopes, hasDepartment }) {
    const response = await fetch('/local-work/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client, scopes, department: hasDepartment ? department : null }),
    });
    const answer = await response.json();
    if (!response.ok) return setSaid(answer.errors[0].message);
    headerEditor.setValue(JSON.stringify(answer.headers, null, 2));
    // Signed-in clients see more of the schema.
    void introspect();
    return setSaid(
      `${title}: the headers of this tab hold a token for eight hours. 请求头已写入令牌，八小时有效。`,
    );
  }

  return createElement(
    'div',
    { className: 'yiwang-sign-in' },
    createElement('h2', null, 'Sign in for local work 登录'),
    createElement('p', null, 'For work on this machine. The token goes into the headers of the open tab.'),
    createElement(
      'label',
      null,
      'Department 部门 ',
      createElement(
        'select',
        { value: department, onChange: (event) => setDepartment(event.target.value) },
        departments.map((name) => createElement('option', { key: name }, name)),
      ),
    ),
    ROLES.map((role) =>
      createElement(
        'button',
        { key: role.client, type: 'button', onClick: () => signIn(role) },
        createElement('strong', null, role.title),
        createElement('span', null, role.about),
      ),
    ),
    createElement(
      'button',
      {
        type: 'button',
        onClick: () => {
          headerEditor.setValue('{}');
          void introspect();
          setSaid('Signed out in this tab. 已退出。');
        },
      },
      createElement('strong', null, 'Nobody 未登录'),
      createElement('span', null, 'Reads what is open to everyone'),
    ),
    createElement('p', { role: 'status' }, said),
  );
}

function Icon() {
  return createElement(
    'svg',
    { viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', strokeWidth: 1.25 },
    createElement('circle', { cx: 5.5, cy: 8, r: 3 }),
    createElement('path', { d: 'M8.5 8h6M12 8v2.5M14.5 8v1.75', strokeLinecap: 'round' }),
  );
}
