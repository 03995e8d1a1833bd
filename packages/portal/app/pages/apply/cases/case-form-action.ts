import { type ActionFunctionArgs, redirect, redirectDocument } from 'react-router';
import { requestContext } from '../../../context.ts';
import { graphOf, requirePerson } from '../../../graph/ask.ts';
import type { Answers } from '../forms/answers.ts';
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
import { type FormObject, pathOfAbout, readSchema, stepsOf } from '../forms/form-schema.ts';
import { commandKey } from '../forms/save-step.ts';
import {
  ANSWER_PREFILL,
  CASE_ANSWERS,
  PREFILL_CASE,
  REMOVE_MATERIAL,
  SAVE_CASE,
  SUBMIT_CASE,
  SUPPLY_CASE,
} from './case-form-documents.ts';

type Result = FormResult | Response;

/** What the buttons of a form of a case do. */
export async function caseFormAction(args: ActionFunctionArgs): Promise<Result> {
  const data = await args.request.formData();
  const go = String(data.get('go') ?? 'next');
  // Who types is not sent away from what was typed.
  if (args.context.get(requestContext).person === null && go === 'auto') return { kind: 'SIGNED_OUT' };
  requirePerson(args);
  const number = args.params['number']!;
  const key = String(data.get('key') ?? '');
  const graph = graphOf(args);
  const current = await readCase();
  if (!current) return { kind: 'NO_ANSWER' };
  const { schema } = current;
  const steps = stepsOf(schema);
  const here = `/${args.params['language']}/cases/${number}`;
  const form = `${here}/form`;
  const [verb, subject = ''] = go.split(':');

  if (verb === 'submit') return submit();
  if (verb === 'supply') {
    const materials = data.getAll('material').map(String);
    return end(
      (
        await graph.mutate(SUPPLY_CASE, {
          number,
          materials,
          version: current.version,
          key: keyOf(materials),
        })
      ).data?.supplyCaseMaterials,
      here,
    );
  }
  if (verb === 'detach') {
    const { data: answer } = await graph.mutate(REMOVE_MATERIAL, {
      number,
      upload: subject,
      version: current.version,
      key: keyOf(),
    });
    return end(answer?.removeCaseMaterial, `${form}?step=materials`);
  }

  const position = Number(data.get('step')) || 1;
  const step = steps[position - 1];
  if (!step) return redirect(form, 303);
  const sent = readScreen(schema, step.names, data);
  const rows = changeRows(go, sent.typed);
  if (rows) return rows;
  const saved = await saveScreen(store(), schema, step.names, sent);
  if (saved.kind !== 'SAVED' || verb === 'auto') return saved;
  const stay = `${form}?step=${position}`;
  if (verb === 'prefill') {
    const answer = await graph.mutate(PREFILL_CASE, {
      number,
      version: saved.version,
      key: keyOf(saved.version),
    });
    return end(answer.data?.prefillCase, stay, sent.typed);
  }
  if (verb === 'confirm' || verb === 'dispute') return answerPrefill(saved.version, stay);
  if (verb === 'leave') return redirectDocument(here, 303);
  return redirect(`${form}?step=${position < steps.length ? position + 1 : 'materials'}`, 303);

  function keyOf(...content: unknown[]) {
    return commandKey(key, go, current!.version, ...content);
  }

  function store(): FormStore {
    let first = current;
    return {
      async read() {
        const known = first ?? (await readCase());
        first = null;
        return known;
      },
      async save(answers, version, command) {
        const answer = await graph.mutate(SAVE_CASE, { number, form: answers, version, key: command });
        const payload = answer.data?.saveCase;
        return payload ? { version: payload.case?.version ?? null, userErrors: payload.userErrors } : null;
      },
    };
  }

  async function readCase() {
    const { data: answer } = await graph.query(CASE_ANSWERS, { number });
    const schemaOf = readSchema(answer?.case?.formSchema);
    if (!answer?.case || !schemaOf) return null;
    return { form: (answer.case.form ?? {}) as Answers, version: answer.case.version, schema: schemaOf };
  }

  async function answerPrefill(version: number, back: string): Promise<Result> {
    const text = (name: string) => String(data.get(`${name}:${subject}`) ?? '').trim() || null;
    const isRight = verb === 'confirm';
    if (!isRight && text('problem') === null) {
      const problems: FormProblem[] = [{ path: subject, wrong: 'NO_REASON' }];
      return { kind: 'WRONG', typed: sent.typed, problems, stamp: Date.now() };
    }
    const answer = await graph.mutate(ANSWER_PREFILL, {
      number,
      field: subject,
      isRight,
      problem: isRight ? null : text('problem'),
      proposal: isRight ? null : text('proposal'),
      version,
      key: keyOf(version, text('problem'), text('proposal')),
    });
    return end(answer.data?.answerPrefill, `${back}#f-${subject}`, sent.typed);
  }

  async function submit(): Promise<Result> {
    // Changed in another window since it was read through: it is shown again, as it would be handed in.
    if (Number(data.get('version')) !== current!.version)
      return {
        kind: 'REFUSED',
        typed: current!.form,
        errors: [{ code: 'STALE_VERSION', message: 'It has changed since it was read.' }],
        stamp: Date.now(),
      };
    const problems: FormProblem[] = checkAnswers(schema, current!.form);
    const stamp = Date.now();
    if (problems.length > 0) return { kind: 'WRONG', typed: current!.form, problems, stamp };
    const answer = await graph.mutate(SUBMIT_CASE, { number, version: current!.version, key: keyOf() });
    return end(answer.data?.submitCase, `${here}?submitted=1`);
  }

  function end(
    payload: { case?: { version: number } | null; userErrors: UserError[] } | null | undefined,
    to: string,
    typed: Answers = current!.form,
  ): Result {
    if (!payload) return { kind: 'NO_ANSWER' };
    // Pages outside of the form are not hydrated: they are loaded whole.
    if (payload.case) return to.startsWith(form) ? redirect(to, 303) : redirectDocument(to, 303);
    const told = payload.userErrors.flatMap(problemOf);
    if (told.length > 0) return { kind: 'WRONG', typed, problems: told, stamp: Date.now() };
    return { kind: 'REFUSED', typed, errors: payload.userErrors, stamp: Date.now() };
  }
}

/** What officials found wrong at the last return, at the fields and materials that they name. */
export function defectsOf(
  timeline: readonly {
    step: string;
    defects?: readonly { about?: string | null; problem: string }[] | null;
  }[],
  schema: FormObject,
): { fields: FormProblem[]; others: { about: string | null; problem: string }[] } {
  const last = timeline.findLast(({ step }) => step === 'RETURNED')?.defects ?? [];
  const placed = last.map((defect) => ({ ...defect, path: pathOfAbout(schema, defect.about ?? '') }));
  return {
    fields: placed.flatMap(({ path, problem }) =>
      path === null ? [] : [{ path, wrong: 'DEFECT', message: problem }],
    ),
    others: placed.flatMap(({ path, about, problem }) =>
      path === null ? [{ about: about ?? null, problem }] : [],
    ),
  };
}
