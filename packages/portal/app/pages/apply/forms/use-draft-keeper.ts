import { type RefObject, useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useTexts } from '../../../language/text.tsx';
import { useVisitor } from '../../../visitor.ts';
import type { FormResult } from './form-action.ts';
import {
  differs,
  dropDraft,
  keepDraft,
  type KeptDraft,
  readDraft,
  restoreDraft,
  valuesOf,
} from './keep-draft.ts';

/** How long somebody must have typed nothing before it is saved. */
const IDLE_MS = 1500;
const RETRY_MS = 15_000;

export type SaveState = 'CLEAN' | 'TYPED' | 'SAVING' | 'SAVED' | 'NO_ANSWER' | 'SIGNED_OUT' | 'CONFLICT';

interface KeeperOptions {
  form: RefObject<HTMLFormElement | null>;
  number: string;
  step: number;
  version: number;
  /** The answers of the screen as they are saved, as JSON. */
  opened: string;
  /** Where drafts are saved. Null where only the browser keeps what is typed, and the button sends it. */
  saveTo: string | null;
}

/** Saves what is typed into a form: at once in the browser, and on the server when typing pauses. Without scripts, the buttons do. */
export function useDraftKeeper({ form, number, step, version, opened, saveTo }: KeeperOptions) {
  const [state, setState] = useState<SaveState>('CLEAN');
  const [saved, setSaved] = useState({ version, opened, at: null as string | null, unsaved: 0 });
  const [offered, setOffered] = useState<KeptDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isSaving = useRef(false);
  /** The button that was pressed while something was being saved. */
  const waiting = useRef<HTMLElement | null>(null);
  const save = useRef<() => Promise<void>>(undefined);
  const { to } = useTexts();
  const { csrfToken, reader } = useVisitor();
  const revalidator = useRevalidator();

  // Another screen, or the form as it was loaded again.
  useEffect(() => {
    setSaved({ version, opened, at: null, unsaved: 0 });
    setState('CLEAN');
    return () => clearTimeout(timer.current);
  }, [version, opened, step]);

  useEffect(() => {
    const draft = readDraft(number, step);
    const isNew = draft && form.current && differs(draft, valuesOf(form.current));
    setOffered(isNew ? draft : null);
  }, [form, number, step]);

  save.current = async () => {
    clearTimeout(timer.current);
    if (!form.current || saveTo === null || isSaving.current) return;
    isSaving.current = true;
    setState('SAVING');
    const sent = valuesOf(form.current);
    const result = await post(saveTo, form.current);
    isSaving.current = false;
    if (result.kind === 'SAVED') {
      setSaved({
        version: result.version,
        opened: JSON.stringify(result.saved),
        at: result.at,
        unsaved: result.unsaved,
      });
      const isOlder =
        form.current !== null && differs({ version, values: sent, at: 0 }, valuesOf(form.current));
      if (result.unsaved === 0 && !isOlder) dropDraft(number, step);
      setState(isOlder ? 'TYPED' : 'SAVED');
      if (isOlder) later(IDLE_MS);
    } else if (result.kind === 'SIGNED_OUT' || result.kind === 'CONFLICT') setState(result.kind);
    else {
      setState('NO_ANSWER');
      later(RETRY_MS);
    }
    // The hidden controls hold the new version once React has drawn it.
    const button = waiting.current;
    waiting.current = null;
    if (button) setTimeout(() => button.click());
  };

  function later(wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current?.(), wait);
  }

  useEffect(() => {
    const again = () => state === 'NO_ANSWER' && void save.current?.();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [state]);

  // Whoever signs in again in another tab comes back here: the page gets the token of the new session, and saves.
  useEffect(() => {
    if (state !== 'SIGNED_OUT') return;
    const lookAgain = async () => {
      const now = document.hidden ? null : await readerNow(to('/session'));
      if (now === reader) await revalidator.revalidate();
      // Signed out on purpose: what others may find in this browser goes. It still stands on the screen.
      else if (now === 'nobody') dropDraft(number, step);
    };
    const look = () => void lookAgain();
    look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [state, reader, number, step]);

  const token = useRef(csrfToken);
  useEffect(() => {
    if (token.current === csrfToken) return;
    token.current = csrfToken;
    if (state === 'SIGNED_OUT') void save.current?.();
  }, [csrfToken, state]);

  return {
    state,
    saved,
    offered,
    onInput() {
      if (!form.current) return;
      keepDraft(number, step, { version: saved.version, values: valuesOf(form.current), at: Date.now() });
      if (saveTo === null || state === 'CONFLICT') return;
      if (!isSaving.current) setState('TYPED');
      later(IDLE_MS);
    },
    /** A button waits until what is being saved is saved, so that both do not change the same version. */
    onSubmit(event: { preventDefault(): void; nativeEvent: Event }) {
      clearTimeout(timer.current);
      if (!isSaving.current) return;
      event.preventDefault();
      waiting.current = (event.nativeEvent as SubmitEvent).submitter;
    },
    restore() {
      if (form.current && offered) restoreDraft(form.current, offered);
      setOffered(null);
      void save.current?.();
    },
    discard() {
      dropDraft(number, step);
      setOffered(null);
    },
  };
}

/** Who is signed in by now; null when nobody answers. */
async function readerNow(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as { reader: string }).reader : null;
  } catch {
    return null;
  }
}

async function post(to: string, form: HTMLFormElement): Promise<FormResult> {
  const body = new URLSearchParams([...new FormData(form)] as [string, string][]);
  body.set('go', 'auto');
  try {
    const response = await fetch(to, { method: 'POST', body });
    if (response.status === 401 || response.status === 403) return { kind: 'SIGNED_OUT' };
    return response.ok ? ((await response.json()) as FormResult) : { kind: 'NO_ANSWER' };
  } catch {
    return { kind: 'NO_ANSWER' };
  }
}
