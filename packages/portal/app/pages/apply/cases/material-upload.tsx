import { useEffect, useId, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { Button } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import stack from '../../../design/stack.module.css';
import { useTexts } from '../../../language/text.tsx';
import { useZhLang, Zh } from '../../../language/lang.tsx';
import { useVisitor } from '../../../visitor.ts';
import { useFormTexts } from '../forms/form-texts.ts';
import styles from './materials.module.css';
import { uploadFile } from './upload.ts';
import type { UploadAnswer } from './uploads-action.ts';

/** What officials can open. */
const TYPES = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.ofd,.docx,.xlsx';

/** What the statuses of the server mean. */
const REFUSALS: Readonly<Record<number, string>> = {
  413: 'forms.refused.MATERIAL_TOO_LARGE',
  422: 'cases.wrongType',
};

type State =
  | { kind: 'READY' }
  | { kind: 'SENDING'; file: File; sent: number }
  | { kind: 'ATTACHING'; file: File }
  | { kind: 'BROKEN'; file: File }
  | { kind: 'REFUSED'; text: string };

/** Chooses a file and uploads it, with its progress. What broke off goes on where it stopped, also after the page was closed. */
export function MaterialUpload({
  number,
  material,
  titleId,
  isMore,
  onBusy,
}: {
  number: string;
  material: string;
  /** Of the element that names the material in the language of the page. */
  titleId: string;
  isMore: boolean;
  /** Told when sending begins, and when it ends in whatever way. */
  onBusy: (isBusy: boolean) => void;
}) {
  const { t, to, format } = useTexts();
  const langOf = useZhLang();
  const { csrfToken } = useVisitor();
  const { refusal } = useFormTexts(null);
  const revalidator = useRevalidator();
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'READY' });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function post(fields: Record<string, string>): Promise<UploadAnswer> {
    try {
      const response = await fetch(to(`/cases/${number}/uploads`), {
        method: 'POST',
        headers: { 'x-csrf-token': csrfToken },
        body: new URLSearchParams({ csrf: csrfToken, ...fields }),
      });
      // Without a session, or with the token of an older one, the answer is a page for people.
      if (response.status === 401 || response.status === 403)
        return { errors: [{ code: 'UNAUTHENTICATED', message: '' }] };
      return (await response.json()) as UploadAnswer;
    } catch {
      return { errors: [{ code: 'NO_ANSWER', message: '' }] };
    }
  }

  async function upload(file: File) {
    onBusy(true);
    const isDone = await send(file).finally(() => onBusy(false));
    if (isDone) await revalidator.revalidate();
  }

  /** Whether the file is attached; what else became of it is on the screen. */
  async function send(file: File): Promise<boolean> {
    const control = new AbortController();
    abort.current = control;
    setState({ kind: 'SENDING', file, sent: 0 });
    // The same file of the same material is the same upload: it goes on where it stopped.
    const key = `upload.${[number, material, file.name, file.size, file.lastModified].join('.')}`;
    let begun = recall(key);
    if (!begun) {
      const answer = await post({
        do: 'begin',
        name: file.name,
        bytes: String(file.size),
        key: crypto.randomUUID(),
      });
      if (!answer.upload) return fail(file, answer);
      begun = answer.upload;
      remember(key, begun);
    }
    const end = await uploadFile(
      begun.path,
      file,
      (sent) => setState({ kind: 'SENDING', file, sent }),
      control.signal,
    );
    if (control.signal.aborted) return false;
    if (end.kind === 'NO_ANSWER') {
      setState({ kind: 'BROKEN', file });
      return false;
    }
    if (end.kind === 'REFUSED') {
      remember(key, null);
      const known = REFUSALS[end.status];
      const message = end.message || t('cases.uploadStatus', { status: end.status });
      setState({ kind: 'REFUSED', text: known ? t(known) : t('forms.refused.other', { message }) });
      return false;
    }
    setState({ kind: 'ATTACHING', file });
    const answer = await post({ do: 'attach', upload: begun.id, material });
    if (!answer.isAttached) {
      if (answer.errors[0]?.code !== 'NO_ANSWER') remember(key, null);
      return fail(file, answer);
    }
    remember(key, null);
    setState({ kind: 'READY' });
    return true;
  }

  function fail(file: File, { errors }: UploadAnswer): false {
    const error = errors[0];
    if (!error || error.code === 'NO_ANSWER') setState({ kind: 'BROKEN', file });
    else if (error.code === 'UNAUTHENTICATED')
      setState({ kind: 'REFUSED', text: t('problem.UNAUTHENTICATED') });
    else setState({ kind: 'REFUSED', text: refusal(error).text });
    return false;
  }

  if (state.kind === 'SENDING' || state.kind === 'ATTACHING') {
    const { file } = state;
    const sent = state.kind === 'SENDING' ? state.sent : file.size;
    const share = file.size === 0 ? 1 : sent / file.size;
    return (
      <div className={styles['progress']} role="status">
        <span>
          <Zh>{t(state.kind === 'SENDING' ? 'cases.sending' : 'cases.attaching', { name: file.name })}</Zh>
        </span>
        <progress max={1} value={share} aria-label={file.name} lang={langOf(file.name)} />
        <span className={stack['soft']}>{format.percent(share)}</span>
      </div>
    );
  }
  return (
    <>
      {state.kind === 'BROKEN' && (
        <Notice tone="warn" isAlert title={t('cases.broken', { name: state.file.name })}>
          <p>
            <Button type="button" onClick={() => void upload(state.file)}>
              {t('cases.goOn')}
            </Button>
          </p>
        </Notice>
      )}
      {state.kind === 'REFUSED' && <Notice tone="bad" isAlert title={state.text} />}
      <label className={styles['choose']}>
        <strong id={`${id}-choose`}>{t(isMore ? 'cases.chooseMore' : 'cases.choose')}</strong>
        <span className={stack['soft']}>{t('cases.types')}</span>
        <input
          type="file"
          accept={TYPES}
          aria-labelledby={`${id}-choose ${titleId}`}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) void upload(file);
          }}
        />
      </label>
    </>
  );
}

function recall(key: string): { id: string; path: string } | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as { id: string; path: string } | null;
  } catch {
    return null;
  }
}

function remember(key: string, upload: { id: string; path: string } | null): void {
  try {
    if (upload) localStorage.setItem(key, JSON.stringify(upload));
    else localStorage.removeItem(key);
  } catch {
    // A browser may keep nothing, as in private windows: then there is less help, and no error.
  }
}
