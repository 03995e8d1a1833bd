import { type ActionFunctionArgs, redirect, redirectDocument } from 'react-router';
import { requestContext } from '../../../context.ts';
import { graphOf, requirePerson } from '../../../graph/ask.ts';
import { type Answers, answerAt } from '../forms/answers.ts';
import { checkAnswers } from '../forms/check-answers.ts';
import {
  changeRows,
  type FormProblem,
  type FormResult,
  type FormStore,
  problemOf,
  readScreen,
  saveScreen,
  type UserError,
} from '../forms/form-action.ts';
import { readSchema, stepsOf } from '../forms/form-schema.ts';
import { commandKey } from '../forms/save-step.ts';
import {
  ANSWER_MATTER_PREFILL,
  APPLICATION_FORM,
  COMPLETE_MATTER,
  PREFILL_MATTER,
  SAVE_MATTER,
  SUBMIT_MATTER,
} from './application-form-documents.ts';

/** What the buttons of the form of an application do. */
export async function applicationFormAction(args: ActionFunctionArgs): Promise<FormResult | Response> {
  const data = await args.request.formData();
  const go = String(data.get('go') ?? 'next');
  if (args.context.get(requestContext).person === null && go === 'auto') return { kind: 'SIGNED_OUT' };
  requirePerson(args);
  const number = args.params['number']!;
  const graph = graphOf(args);
  const here = `/${args.params['language']}/applications/${number}`;
  const current = await read();
  if (!current) return { kind: 'NO_ANSWER' };
  const { schema, form, version, isDraft } = current;
  const key = (...content: unknown[]) => commandKey(String(data.get('key') ?? ''), go, version, ...content);

  if (!isDraft) return complete();
  if (go === 'submit') {
    // Changed in another window since it was read through: it is shown again, as it would be handed in.
    if (Number(data.get('version')) !== version) {
      const errors = [{ code: 'STALE_VERSION', message: 'It has changed since it was read.' }];
      return { kind: 'REFUSED', typed: form, errors, stamp: Date.now() };
    }
    const problems: FormProblem[] = checkAnswers(schema, form);
    if (problems.length > 0) return { kind: 'WRONG', typed: form, problems, stamp: Date.now() };
    const { data: answer } = await graph.mutate(SUBMIT_MATTER, { number, version, key: key() });
    return end(answer?.submitMatterCase, form);
  }
  const steps = stepsOf(schema);
  const position = Number(data.get('step')) || 1;
  const step = steps[position - 1];
  if (!step) return redirect(`${here}/form`, 303);
  const sent = readScreen(schema, step.names, data);
  const rows = changeRows(go, sent.typed);
  if (rows) return rows;
  let first: Awaited<ReturnType<typeof read>> = current;
  const store: FormStore = {
    async read() {
      const known = first ?? (await read());
      first = null;
      return known;
    },
    async save(answers, expected, command) {
      const { data: answer } = await graph.mutate(SAVE_MATTER, {
        number,
        form: answers,
        version: expected,
        key: command,
      });
      const payload = answer?.saveMatterCase;
      return payload
        ? { version: payload.matterCase?.version ?? null, userErrors: payload.userErrors }
        : null;
    },
  };
  const saved = await saveScreen(store, schema, step.names, sent);
  if (saved.kind !== 'SAVED' || go === 'auto') return saved;
  const [verb, subject = ''] = go.split(':');
  if (verb === 'prefill') {
    const { data: answer } = await graph.mutate(PREFILL_MATTER, {
      number,
      version: saved.version,
      key: key(saved.version),
    });
    return end(answer?.prefillMatterCase, sent.typed, `${here}/form?step=${position}`);
  }
  if (verb === 'confirm' || verb === 'dispute')
    return answerPrefill(saved.version, verb === 'confirm', subject);
  if (go === 'leave') return redirectDocument(here, 303);
  return redirect(`${here}/form?step=${position < steps.length ? position + 1 : 'review'}`, 303);

  async function answerPrefill(
    saved: number,
    isRight: boolean,
    field: string,
  ): Promise<FormResult | Response> {
    const text = (name: string) => String(data.get(`${name}:${field}`) ?? '').trim() || null;
    const said = isRight
      ? { problem: null, proposal: null }
      : { problem: text('problem'), proposal: text('proposal') };
    if (!isRight && said.problem === null) {
      const problems: FormProblem[] = [{ path: field, wrong: 'NO_REASON' }];
      return { kind: 'WRONG', typed: sent.typed, problems, stamp: Date.now() };
    }
    const { data: answer } = await graph.mutate(ANSWER_MATTER_PREFILL, {
      number,
      field,
      isRight,
      ...said,
      version: saved,
      key: key(saved, said),
    });
    return end(answer?.answerMatterPrefill, sent.typed, `${here}/form?step=${position}#f-${field}`);
  }

  /** All answers at once: departments take a correction as a whole. */
  async function complete(): Promise<FormResult | Response> {
    const sent = readScreen(schema, Object.keys(schema.properties), data);
    const rows = changeRows(go, sent.typed);
    if (rows) return rows;
    const problems: FormProblem[] = checkAnswers(schema, sent.typed);
    if (problems.length > 0) return { kind: 'WRONG', typed: sent.typed, problems, stamp: Date.now() };
    const { data: answer } = await graph.mutate(COMPLETE_MATTER, {
      number,
      form: sent.typed,
      version,
      key: key(sent.typed),
    });
    return end(answer?.completeMatterCase, sent.typed);
  }

  async function read() {
    const { data: answer } = await graph.query(APPLICATION_FORM, { number });
    const application = answer?.matterCase;
    const schemaOf = readSchema(application?.formSchema);
    if (!application || !schemaOf) return null;
    return {
      schema: schemaOf,
      form: application.form as Answers,
      version: application.version,
      isDraft: application.state === 'DRAFT',
    };
  }

  function end(
    payload: { matterCase?: { version: number } | null; userErrors: UserError[] } | null | undefined,
    typed: Answers,
    to: string | null = null,
  ): FormResult | Response {
    if (!payload) return { kind: 'NO_ANSWER' };
    // The page outside of the form is not hydrated: it is loaded whole.
    if (payload.matterCase) return to ? redirect(to, 303) : redirectDocument(`${here}?submitted=1`, 303);
    const told = payload.userErrors.flatMap(problemOf).map((problem) => {
      const before = problem.wrong === 'ANSWER_IN_USE' ? answerAt(form, problem.path) : undefined;
      return before === undefined ? problem : { ...problem, values: { before } };
    });
    if (told.length > 0) return { kind: 'WRONG', typed, problems: told, stamp: Date.now() };
    return { kind: 'REFUSED', typed, errors: payload.userErrors, stamp: Date.now() };
  }
}
