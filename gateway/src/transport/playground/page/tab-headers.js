import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/**
 * The headers of the open tab.
 *
 * @returns the headers, null while they are no JSON object; and a function that replaces some of them: null removes one
 */
export function useTabHeaders() {
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const text = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.headers) ?? '';
  const { introspect } = useGraphiQLActions();
  const headers = parseHeaders(text);

  function change(changes, { rereadsSchema = false } = {}) {
    const all = { ...parseHeaders(headerEditor.getValue()), ...changes };
    const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
    headerEditor.setValue(Object.keys(kept).length === 0 ? '' : JSON.stringify(kept, null, 2));
    // Clients that are signed in see more of the schema.
    if (rereadsSchema) void introspect();
  }
  return { headers, change };
}

function parseHeaders(text) {
  if (text.trim() === '') return {};
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
