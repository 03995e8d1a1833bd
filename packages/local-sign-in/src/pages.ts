import { GROUPS, type LocalPerson } from './people.ts';

export const STYLE_PATH = '/style.css';

export const STYLE = `:root { color-scheme: light dark; font: 1rem/1.6 system-ui, 'Noto Sans CJK SC', 'PingFang SC', sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; }
.mark { border: 2px solid; border-radius: .5rem; font-weight: 600; padding: .5rem 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
ul { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); list-style: none; margin: 0; padding: 0; }
button { background: Canvas; border: 1px solid GrayText; border-radius: .5rem; color: CanvasText; cursor: pointer; font: inherit; min-height: 2.75rem; padding: .5rem 1rem; text-align: start; width: 100%; }
button:hover { border-color: CanvasText; }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
button strong, button span { display: block; }
small { color: GrayText; }
`;

/** The page on which one chooses who to be. */
export function choicePage(action: string): string {
  const groups = GROUPS.map(
    ({ title, people }, index) => `<section aria-labelledby="group-${index}">
<h2 id="group-${index}">${title.zh} <span lang="en">${title.en}</span></h2>
<ul>
${people.map((person) => `<li>${button(person)}</li>`).join('\n')}
</ul>
</section>`,
  ).join('\n');
  return page(
    '选择身份登录',
    'Choose who to sign in as',
    `<p>这里的人都是虚构的，点一下即可登录，没有密码。 <span lang="en">All of them are made up. One click signs in; there are no passwords.</span></p>
<form method="post" action="${escapeHtml(action)}">
${groups}
</form>`,
  );
}

function button({ key, name, nameEn, user, role, client }: LocalPerson): string {
  return `<button name="person" value="${key}"><strong>${name} <span lang="en">${nameEn}</span></strong><span>${role.zh}</span><span lang="en">${role.en}</span><small>${user} · ${client}</small></button>`;
}

/** The page that asks before the provider's own session ends. @param form with the id op.logoutForm */
export function signOutPage(form: string): string {
  return page(
    '退出登录',
    'Sign out',
    `${form}
<p><button form="op.logoutForm" name="logout" value="yes"><strong>退出 <span lang="en">Sign out</span></strong></button></p>
<p><button form="op.logoutForm"><strong>保持登录 <span lang="en">Stay signed in here</span></strong></button></p>`,
  );
}

export function signedOutPage(portal: string): string {
  return page(
    '已退出登录',
    'Signed out',
    `<p><a href="${escapeHtml(portal)}/">返回首页 <span lang="en">Back to the portal</span></a></p>`,
  );
}

export function errorPage(message: string, portal: string): string {
  return page(
    '无法登录',
    'Signing in failed',
    `<p lang="en">${escapeHtml(message)}</p>
<p><a href="${escapeHtml(portal)}/sign-in">重新登录 <span lang="en">Sign in again</span></a></p>`,
  );
}

function page(title: string, titleEn: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${titleEn} · 本地演示</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<p class="mark">本地演示：仅供在本机开发和试用 <span lang="en">Local demonstration: for work on this machine only</span></p>
<main>
<h1>${title} <span lang="en">${titleEn}</span></h1>
${content}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
