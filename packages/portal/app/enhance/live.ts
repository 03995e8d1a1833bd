import { createClient, type Document } from '@yiwang/client';

/**
 * Keeps a part of a page up to date without hydrating it. The part says what to subscribe to:
 *
 * - `data-live`: text of a subscription with one field that has a `version`; `data-live-hash` its hash, `data-live-variables` its variables as JSON
 * - `data-live-version`: the version that is shown
 *
 * When a later version comes, the page is read again and the part is replaced. While somebody is filling in a form within it, the element
 * `data-live-offer` is shown instead: it leads to the new state, and nothing typed is lost.
 */
const part = document.querySelector<HTMLElement>('[data-live]');
if (part) void follow(part);

async function follow(element: HTMLElement): Promise<void> {
  const { live, liveHash, liveVariables } = element.dataset;
  const graph = createClient({
    url: '/graphql',
    headers: () => ({ 'graphql-require-preflight': '1' }),
  });
  const operation = { toString: () => live!, __meta__: { hash: liveHash } } as unknown as Document<
    Record<string, { version: number } | null>,
    Record<string, unknown>
  >;
  const variables = JSON.parse(liveVariables ?? '{}') as Record<string, unknown>;
  for await (const { data } of graph.subscribe(operation, variables)) {
    const version = data ? Object.values(data)[0]?.version : undefined;
    if (version !== undefined && version > Number(element.dataset['liveVersion'])) await update(element);
  }
}

async function update(element: HTMLElement): Promise<void> {
  if (isInUse(element)) return offer();
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const next = page.querySelector<HTMLElement>('[data-live]');
    if (!response.ok || !next || isInUse(element)) return offer();
    element.replaceChildren(...next.childNodes);
    element.dataset['liveVersion'] = next.dataset['liveVersion'];
    const told = document.querySelector('[data-live-told]');
    if (told) told.textContent = (told as HTMLElement).dataset['liveTold'] ?? '';
  } catch {
    offer();
  }
}

/** Whether somebody is at a form in it, or has typed something. */
function isInUse(element: HTMLElement): boolean {
  const controls = [...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  return controls.some((control) =>
    control === document.activeElement || control.type === 'radio' || control.type === 'checkbox'
      ? (control as HTMLInputElement).checked !== (control as HTMLInputElement).defaultChecked
      : control.type !== 'hidden' && control.value !== control.defaultValue,
  );
}

function offer(): void {
  document.querySelector('[data-live-offer]')?.removeAttribute('hidden');
}
