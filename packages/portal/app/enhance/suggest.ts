/** One entry of the list, as the address in `data-suggest` answers it. */
interface Suggestion {
  text: string;
  /** What kind of thing it is, in the language of the page. */
  kind: string;
  href: string;
}

const WAIT_MS = 180;
let count = 0;

/**
 * Makes a combobox with a list of an input (ARIA 1.2: editable, list autocomplete, manual selection). Arrows move, Enter opens what is
 * chosen or sends the form, Escape closes the list and then empties the input. `data-suggest-status` says how many there are, with # for
 * the number.
 */
export function enhanceSuggest(input: HTMLInputElement): void {
  const frame = input.parentElement!;
  const list = document.createElement('ul');
  const status = document.createElement('span');
  list.id = `suggestions-${++count}`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? input.name);
  status.className = 'suggestions-status';
  status.setAttribute('role', 'status');
  frame.classList.add('suggestions-frame');
  frame.append(list, status);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ] as const) {
    input.setAttribute(name, value);
  }

  let chosen = -1;
  let isComposing = false;
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = new AbortController();

  function close(): void {
    abort.abort();
    clearTimeout(timer);
    asked = '';
    list.hidden = true;
    choose(-1);
    input.setAttribute('aria-expanded', 'false');
  }

  function choose(index: number): void {
    chosen = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = list.children[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  function show(suggestions: readonly Suggestion[]): void {
    list.replaceChildren(
      ...suggestions.map(({ text, kind, href }, i) => {
        const option = document.createElement('li');
        const name = document.createElement('span');
        const note = document.createElement('small');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.dataset['href'] = href;
        name.textContent = text;
        // Names that departments give in Chinese alone, on English pages.
        if (/\p{Script=Han}/u.test(text)) name.lang = 'zh-CN';
        note.textContent = kind;
        option.append(name, ' ', note);
        return option;
      }),
    );
    choose(-1);
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent = (input.dataset['suggestStatus'] ?? '#').replace('#', String(suggestions.length));
  }

  async function ask(): Promise<void> {
    const text = input.value.trim();
    if (text === asked) return;
    abort.abort();
    if (text === '') return close();
    asked = text;
    abort = new AbortController();
    const { signal } = abort;
    try {
      const query = new URLSearchParams({ q: text.slice(0, 100) });
      const response = await fetch(`${input.dataset['suggest']}?${query}`, { signal });
      const suggestions = response.ok ? ((await response.json()) as Suggestion[]) : [];
      if (!signal.aborted) show(suggestions);
    } catch {
      // Suggestions only help: without them the form is sent as it is.
      if (!signal.aborted) close();
    }
  }

  function askSoon(): void {
    clearTimeout(timer);
    if (!isComposing) timer = setTimeout(() => void ask(), WAIT_MS);
  }

  function open(option: Element | null | undefined): void {
    const href = (option as HTMLElement | null | undefined)?.dataset['href'];
    if (href) location.assign(href);
  }

  input.addEventListener('compositionstart', () => (isComposing = true));
  input.addEventListener('compositionend', () => {
    isComposing = false;
    askSoon();
  });
  input.addEventListener('input', askSoon);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    // Keys that an input method takes, such as Enter on a candidate, are not for the list.
    if (event.isComposing || event.keyCode === 229) return;
    const last = list.children.length - 1;
    if (event.key === 'ArrowDown' && list.hidden) {
      asked = '';
      askSoon();
    } else if (list.hidden) return;
    else if (event.key === 'ArrowDown') choose(chosen >= last ? -1 : chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) open(list.children[chosen]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  // Before the input loses its focus, by which the list closes.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => open((event.target as Element).closest('li')));
}
