import { ERROR_CODES, type ErrorCode, isPublicError, maskError } from '@yiwang/errors';
import { isClientFault } from '@yiwang/service/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nonceOf } from '../security/security-headers.ts';

interface Words {
  zh: string;
  en: string;
}

/** Fastify's own refusals, in our codes. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  FST_ERR_BAD_URL: 'INVALID_ARGUMENT',
};
const AWAY: Words = {
  zh: '服务暂时不可用，请稍后再试。',
  en: 'The service is not available now. Try again later.',
};
const WORDS: Readonly<Partial<Record<ErrorCode, Words>>> = {
  ISSUER_UNAVAILABLE: {
    zh: '现在无法登录：登录服务没有响应或尚未设置。其他页面可以照常使用。',
    en: 'Nobody can sign in now: the sign-in service does not answer or is not set up. Other pages work as usual.',
  },
  BAD_REQUEST: {
    zh: '登录中断、超时，或是在另一个浏览器中开始的。请重新登录。',
    en: 'Signing in was interrupted, took too long, or was begun in another browser. Sign in again.',
  },
  FORBIDDEN: {
    zh: '表单已过期。请返回、刷新页面后再次提交。',
    en: 'The form is out of date. Go back, load the page again and send it once more.',
  },
  INVALID_ARGUMENT: { zh: '网址有误。', en: 'This address is not valid.' },
  METHOD_NOT_ALLOWED: { zh: '此网址不接受这种请求。', en: 'This address does not take such a request.' },
  REQUEST_TOO_LARGE: { zh: '提交的内容太大。', en: 'What was sent is too large.' },
};

/** The colours of the pages, in both themes; that of what is chosen there is not known here. */
const STYLE = `:root{color-scheme:light dark;--page:#f4f5f2;--surface:#fff;--ink:#17211f;--soft:#4b5a57;--line:#d5dad6;--brand:#0d5b57}
@media(prefers-color-scheme:dark){:root{--page:#0f1514;--surface:#171f1d;--ink:#e9efec;--soft:#a9b7b2;--line:#2b3633;--brand:#6cc4b8}}
body{margin:0;padding:1.5rem 1rem;background:var(--page);color:var(--ink);font:1rem/1.65 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}
main{box-sizing:border-box;max-width:36rem;margin:8vh auto 0;padding:1.5rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
h1{margin:0;font-size:1.375rem;line-height:1.4}
p{margin:.75rem 0 0}
.soft{color:var(--soft)}
a{display:inline-block;margin-inline-end:1.5rem;padding-block:.5rem;color:var(--brand)}`;

/** Answers what failed beside the pages themselves, in both languages: nothing of the pages may be there. */
export function sendErrorPage(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, words, detail } = describe(error, request);
  const again = /^\/sign-in/.test(request.url) ? '/sign-in' : null;
  return reply.status(status).header('cache-control', 'no-store').type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.zh}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonceOf(reply.raw)}">${STYLE}</style>
<main>
<h1>${words.zh}</h1>
<p lang="en">${words.en}</p>
${detail ? `<p class="soft"><small>${detail}</small></p>` : ''}
<p>${again ? `<a href="${again}">重新登录 <span lang="en">Sign in again</span></a>` : ''}<a href="/">首页 <span lang="en">Home</span></a></p>
</main>
`);
}

/** Undefined for a fault of our own. */
function codeOf(error: unknown, request: FastifyRequest): ErrorCode | undefined {
  if (isPublicError(error)) return error.code;
  const known = FASTIFY_CODES[(error as { code?: string }).code ?? ''];
  return known ?? (isClientFault(error, request) ? 'INVALID_ARGUMENT' : undefined);
}

function describe(error: unknown, request: FastifyRequest): { status: number; words: Words; detail: string } {
  const code = codeOf(error, request);
  if (code) {
    const { http } = ERROR_CODES[code];
    if (http >= 500) request.log.warn({ err: error }, 'a page was refused');
    return { status: http, words: WORDS[code] ?? AWAY, detail: '' };
  }
  const { extensions } = maskError(error, (incident, fault) =>
    request.log.error({ incident, err: fault }, 'request failed'),
  );
  return { status: 500, words: AWAY, detail: String(extensions['incident']) };
}
