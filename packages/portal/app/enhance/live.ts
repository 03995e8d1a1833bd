/** Milliseconds; the gateway sends a byte every 12 seconds, also when nothing happens. */
const MAX_SILENCE = 30_000;
const MAX_WAIT = 60_000;

/** Subscribes, and again when the connection is lost. The client of the project is not used: it is larger than all else on the page. */
async function follow(element: HTMLElement): Promise<void> {
  const { live, liveHash, liveVariables } = element.dataset;
  const variables = JSON.parse(liveVariables ?? '{}') as unknown;
  let isByHash = liveHash !== undefined;
  connections: for (let wait = 1000; ; wait = Math.min(wait * 2, MAX_WAIT)) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), MAX_SILENCE);
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: {
          accept: 'text/event-stream',
          'content-type': 'application/json',
          'graphql-require-preflight': '1',
        },
        body: JSON.stringify(isByHash ? { documentId: liveHash, variables } : { query: live, variables }),
        signal: silence.signal,
      });
      // Refused: asking again changes nothing.
      if (response.status >= 400 && response.status < 500 && response.status !== 429) return;
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), MAX_SILENCE);
        const events = (text + read.value).split(/\r?\n\r?\n/);
        text = events.pop()!;
        for (const event of events) {
          const { version, code } = readEvent(event);
          // The gateway was not given the documents of the portal: it gets the text.
          if (isByHash && code?.startsWith('PERSISTED_QUERY_NOT_')) {
            isByHash = false;
            continue connections;
          }
          if (version === undefined) continue;
          wait = 1000;
          if (version > Number(element.dataset['liveVersion'])) await update(element);
        }
      }
    } catch {
      // The network is away, or was silent for too long: below it is tried again.
    } finally {
      clearTimeout(timer);
    }
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
  }
}

/** What an event of the subscription tells: a version, or the code of what is wrong. */
function readEvent(event: string): { version?: number; code?: string } {
  const lines = event.split(/\r?\n/).filter((line) => line.startsWith('data:'));
  try {
    const { data, errors } = JSON.parse(lines.map((line) => line.slice(5)).join('\n')) as {
      data?: Record<string, { version: number } | null> | null;
      errors?: { extensions?: { code?: string } }[];
    };
    return { version: Object.values(data ?? {})[0]?.version, code: errors?.[0]?.extensions?.code };
  } catch {
    // A ping, or the end.
    return {};
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

/**
 * Keeps a part of a page up to date without hydrating it. The part says what to subscribe to:
 *
 * - `data-live`: text of a subscription with one field that has a `version`; `data-live-hash` its id among the trusted documents, which is sent
 *   as long as the gateway has it; `data-live-variables` its variables as JSON
 * - `data-live-version`: the version that is shown
 *
 * When a later version comes, the page is read again and the part is replaced. While somebody is filling in a form within it, the element
 * `data-live-offer` is shown instead: it leads to the new state, and nothing typed is lost.
 */
const part = document.querySelector<HTMLElement>('[data-live]');
if (part) void follow(part);
