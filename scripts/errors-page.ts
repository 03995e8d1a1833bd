import type { CodeDefinition } from '@yiwang/errors';
import { table } from './markdown.ts';

const RETRY = { never: 'no', later: 'later', now: 'at once' } as const;

/** docs/errors.md: every code that a caller can meet, and the headers of responses. */
export function errorsPage(
  codes: Readonly<Record<string, CodeDefinition>>,
  headers: Readonly<Record<string, string>>,
): string {
  const rows = Object.entries(codes).map(([code, { http, retry, meaning, remedy }]) => [
    `\`${code}\``,
    String(http),
    RETRY[retry],
    meaning,
    remedy,
  ]);
  const headerRows = Object.entries(headers).map(([name, meaning]) => [`\`${name}\``, meaning]);
  return `# Error codes

Printed from \`packages/errors/src/codes.ts\` and \`gateway/src/pipeline/request/response-headers.ts\` by \`npm run docs\`.

Every error carries \`extensions.code\`. Codes are stable: branch on them, and show the message to people.

\`\`\`json
{
  "errors": [
    {
      "message": "Not a valid region code: it must have 2, 4, 6, 9 or 12 digits, not 3.",
      "extensions": { "code": "MALFORMED_CODE", "kind": "RegionCode", "reason": "LENGTH" }
    }
  ]
}
\`\`\`

The HTTP status is that of an answer that has no \`data\`: the operation could not run. One that ran is answered 200
whatever it met, also where that leaves \`"data": null\`. With \`accept: application/json\` an operation that cannot run
is answered 200 too, as GraphQL over HTTP says.

${table(['code', 'HTTP', 'try again unchanged', 'meaning', 'what to do'], rows)}

## Headers of responses

Beside those of every HTTP response. Pages of other origins may read them ([CORS](limits.md#web-pages)).

${table(['header', 'meaning'], headerRows)}
`;
}
