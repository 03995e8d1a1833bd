// Runs in the browser. Bundled by ../build-playground.ts; everything it needs comes from this server.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const WORKERS = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

// The editor asks for its background workers by language. They lie beside this file.
globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    const file = WORKERS[label] ?? 'editor.worker.js';
    return new Worker(new URL(file, import.meta.url), { type: 'module', name: label });
  },
};

const DEFAULT_QUERY = `# Ctrl-Enter runs the query, Ctrl-Space suggests fields.
# 按 Ctrl-Enter 执行查询，按 Ctrl-Space 提示字段。

{
  __typename
}
`;

// A link may bring its query along: /graphql?query=…&variables=…
const link = new URLSearchParams(location.search);
const initial = Object.fromEntries(
  [
    ['initialQuery', link.get('query')],
    ['initialVariables', link.get('variables')],
  ].filter(([, value]) => value !== null),
);

// Subscriptions come over a WebSocket at the same address.
const subscriptionUrl = new URL(location.pathname, location.href);
subscriptionUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

createRoot(document.getElementById('playground')).render(
  createElement(GraphiQL, {
    fetcher: createGraphiQLFetcher({ url: location.pathname, subscriptionUrl: subscriptionUrl.href }),
    defaultQuery: DEFAULT_QUERY,
    ...initial,
  }),
);
