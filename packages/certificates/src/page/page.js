// The page that verifies offline. It is bundled with the code that servers verify with.
import { readPublishedKeys, verifyOffline, VERDICTS } from '../verify/index.ts';

const element = (id) => document.getElementById(id);

/** Sets of keys that are built in or were chosen. */
const keySets = [];
/** Of the files that were chosen last. */
let content = null;
let statusList = null;

for (const set of JSON.parse(element('keys').textContent))
  keySets.push(readPublishedKeys(JSON.stringify(set)));
showKeys();

element('keys-file').addEventListener('change', async ({ target }) => {
  for (const file of target.files) {
    try {
      keySets.push(readPublishedKeys(await file.text()));
    } catch {
      showKeys(`${file.name}: 不是公钥文件。 This is no file of keys.`);
      return;
    }
  }
  showKeys();
  await verify();
});

element('list-file').addEventListener('change', async ({ target }) => {
  statusList = (await target.files[0]?.text()) ?? null;
  await verify();
});

element('holder').addEventListener('change', () => verify());

element('certificate-file').addEventListener('change', ({ target }) => open(target.files[0]));

const drop = element('drop');
for (const event of ['dragover', 'dragleave', 'drop']) {
  drop.addEventListener(event, (given) => {
    given.preventDefault();
    drop.classList.toggle('over', event === 'dragover');
  });
}
drop.addEventListener('drop', ({ dataTransfer }) => open(dataTransfer.files[0]));

async function open(file) {
  if (!file) return;
  content = new Uint8Array(await file.arrayBuffer());
  await verify();
}

async function verify() {
  if (content === null) return;
  const holder = element('holder').value.trim().toUpperCase() || null;
  const now = new Date();
  show(await verifyOffline(content, { keySets, statusList, holder, now }));
}

function showKeys(problem) {
  const names = keySets.map(({ issuer, keys }) => `${issuer ?? '(未注明 unnamed)'}: ${keys.length}`);
  element('keys-state').textContent =
    problem ?? (names.length === 0 ? '尚未选择公钥。 No keys yet.' : `已有公钥 Keys of ${names.join(', ')}`);
}

function show({ verdict, certificate, state, department, keyId, algorithm }) {
  const [en, zh] = VERDICTS[verdict];
  const result = element('result');
  result.hidden = false;
  result.className = classOf(verdict, state);
  result.dataset.verdict = verdict;
  element('verdict').textContent = zh;
  element('verdict-en').textContent = en;
  element('unchecked').hidden = certificate === null || state !== 'NOT_CHECKED';
  const lines = [
    ...(certificate === null ? [] : linesOf(certificate)),
    ['颁发部门（系统名）', 'Department', department],
    ['密钥', 'Key', keyId && `${keyId} (${algorithm})`],
  ];
  const shown = lines.filter(([, , value]) => value !== null && value !== undefined);
  element('lines').replaceChildren(
    ...shown.flatMap(([label, english, value]) => line(label, english, value)),
  );
}

function classOf(verdict, state) {
  if (verdict.endsWith('_UNAVAILABLE')) return 'unsure';
  if (verdict !== 'VALID') return 'bad';
  return state === 'NOT_CHECKED' ? 'unsure' : 'good';
}

function linesOf({ title, number, holder, authority, validFrom, validUntil, details, identifier }) {
  return [
    ['证照名称', title.en ?? 'Title', title.zh],
    ['持证主体', 'Holder', holder.name],
    ['统一社会信用代码', 'Unified social credit code', holder.uscc],
    ['证照编号', 'Number', number],
    ...details.map(({ label, value }) => [label.zh, label.en ?? '', value]),
    ['有效期限', 'Period of validity', `${validFrom} 至 ${validUntil ?? '长期'}`],
    ['颁发机构', 'Issuing authority', authority],
    ['电子证照标识', 'Certificate identifier', identifier],
  ];
}

function line(label, english, value) {
  const term = document.createElement('dt');
  term.textContent = label;
  const translation = document.createElement('small');
  translation.lang = 'en';
  translation.textContent = english;
  term.append(translation);
  const description = document.createElement('dd');
  description.textContent = value;
  return [term, description];
}
