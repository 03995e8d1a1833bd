import { testMatters } from './system/matters.ts';
const port = 4300;
testMatters(() => ({
  data: '/tmp/sys', port,
  async ask(query: string, variables = {}, headers = {}) {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
    return response.json();
  },
}) as any);
