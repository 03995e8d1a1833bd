// Keys for those who work through an inbox; each of them only does what a link or a field does too.
const rows = [...document.querySelectorAll('[data-row]')];
const move = (by) => {
  const at = rows.indexOf(document.activeElement);
  rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
};

// Who speaks to the computer, or hits keys by accident, turns them off; this browser remembers it.
const OFF = 'yiwang.desk-keys-off';
const toggle = document.querySelector('[data-keys-switch]');
const use = toggle?.querySelector('input');
if (use) {
  toggle.hidden = false;
  use.checked = localStorage.getItem(OFF) === null;
  use.addEventListener('change', () => {
    if (use.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, 'off');
  });
}

document.addEventListener('keydown', (event) => {
  if (use?.checked === false) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, select, textarea')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const keys = document.querySelector('[data-keys]');
  const act = {
    j: () => move(1),
    k: () => move(-1),
    r: () => document.querySelector('[data-key="r"]')?.click(),
    '/': () => document.querySelector('[data-key="/"]')?.focus(),
    '?': () => keys?.toggleAttribute('open'),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// What has changed since the page was made; the link that reloads it says so.
const link = document.querySelector('[data-news]');
const changed = new Set();
if (link) {
  new EventSource(link.dataset.news).addEventListener('message', ({ data }) => {
    changed.add(data);
    link.textContent = link.dataset.newsText.replace('#', changed.size);
  });
}
