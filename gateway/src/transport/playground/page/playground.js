// Runs in the browser. Bundled by ../build-playground.ts; everything it needs comes from this server.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { DownloadSchema } from './download-schema.js';
import { createCallerPlugin } from './caller-panel.js';
import { CostBar } from './cost-bar.js';
import { createPlanPlugin } from './plan-panel.js';
import { reportingFetch } from './reporting-fetch.js';
import './playground.css';

const WORKERS = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

// The editor loads its background workers by language. They are beside this file.
globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    const file = WORKERS[label] ?? 'editor.worker.js';
    return new Worker(new URL(file, import.meta.url), { type: 'module', name: label });
  },
};

const HELP = `# Ctrl-Enter runs the query, Ctrl-Space suggests fields.
# 按 Ctrl-Enter 执行查询，按 Ctrl-Space 提示字段。
`;

// Subscriptions come over a WebSocket at the same address.
const subscriptionUrl = new URL(location.pathname, location.href);
subscriptionUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const config = await readConfig();
const { tabs, department } = config;
const isWhole = department === null;
const storage = storageOf(location.pathname);

// A link may hold a query: /graphql?query=…&variables=…
const link = new URLSearchParams(location.search);
// Of the first tab on the first visit, the editor shows only what is given here.
const isFirstVisit = storage.length === 0 && tabs.length > 0 && !link.has('query');
const initial = Object.fromEntries(
  [
    ['initialQuery', link.get('query')],
    ['initialVariables', isFirstVisit ? (tabs[0].variables ?? null) : link.get('variables')],
  ].filter(([, value]) => value !== null),
);

createRoot(document.getElementById('playground')).render(
  createElement(
    GraphiQL,
    {
      fetcher: createGraphiQLFetcher({
        url: location.pathname,
        subscriptionUrl: subscriptionUrl.href,
        // A department alone computes neither costs nor plans.
        ...(isWhole && { fetch: reportingFetch }),
      }),
      defaultQuery: HELP,
      // Only where the browser has no tabs from an earlier visit.
      ...(tabs.length > 0 && {
        defaultTabs: tabs.map((tab, i) => ({ ...tab, query: i === 0 ? `${HELP}\n${tab.query}` : tab.query })),
      }),
      storage,
      shouldPersistHeaders: true,
      defaultEditorToolsVisibility: true,
      plugins: [HISTORY_PLUGIN, createCallerPlugin(config), createPlanPlugin(department)],
      ...initial,
    },
    createElement(GraphiQL.Toolbar, null, ({ prettify, merge, copy }) => [
      prettify,
      merge,
      copy,
      createElement(DownloadSchema, { key: 'sdl' }),
    ]),
    isWhole && createElement(GraphiQL.Footer, null, createElement(CostBar)),
  ),
);

/** Reads what the page begins with. The playground also works without it. */
async function readConfig() {
  try {
    const response = await fetch('playground/config.json');
    if (response.ok) return await response.json();
  } catch {
    // Returns the default below.
  }
  return { tabs: [], department: null, departments: null, scopes: {}, portal: null };
}

/** Returns GraphiQL's storage for one address: the whole schema, its variants and departments have different queries. */
function storageOf(path) {
  const prefix = `yiwang:${path}:`;
  const ownKeys = () =>
    Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i)).filter((key) =>
      key.startsWith(prefix),
    );
  return {
    getItem: (key) => localStorage.getItem(prefix + key),
    setItem: (key, value) => localStorage.setItem(prefix + key, value),
    removeItem: (key) => localStorage.removeItem(prefix + key),
    clear: () => ownKeys().forEach((key) => localStorage.removeItem(key)),
    get length() {
      return ownKeys().length;
    },
  };
}
