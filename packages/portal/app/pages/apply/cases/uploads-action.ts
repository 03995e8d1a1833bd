import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { requestContext } from '../../../context.ts';
import { graphOf } from '../../../graph/ask.ts';
import type { UserError } from '../forms/form-action.ts';
import { ATTACH_MATERIAL, BEGIN_UPLOAD, CASE_ANSWERS } from './case-form-documents.ts';

/** What the script that uploads files is told. */
export interface UploadAnswer {
  upload?: { id: string; path: string };
  isAttached?: boolean;
  errors: Pick<UserError, 'code' | 'message'>[];
}

/** Begins an upload, and attaches the file when its bytes are there. The bytes go past the pages, by their own path. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { person } = args.context.get(requestContext);
  if (!person) return Response.json(refuse('UNAUTHENTICATED'), { status: 401 });
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const number = args.params['number']!;
  const graph = graphOf(args);
  if (text('do') === 'begin') {
    const { data } = await graph.mutate(BEGIN_UPLOAD, {
      number,
      name: text('name'),
      bytes: Number(text('bytes')),
      key: text('key'),
    });
    const begun = data?.uploadCaseMaterial;
    if (!begun?.upload) return Response.json(refuse('NO_ANSWER', begun?.userErrors));
    return Response.json({ upload: begun.upload, errors: [] } satisfies UploadAnswer);
  }
  // Several files may come at once: whoever was first changed the version.
  for (let tries = 0; tries < 5; tries++) {
    const { data: now } = await graph.query(CASE_ANSWERS, { number });
    const version = now?.case?.version;
    if (version === undefined) break;
    const { data } = await graph.mutate(ATTACH_MATERIAL, {
      number,
      upload: text('upload'),
      material: text('material'),
      version,
      key: `${text('upload')}.${version}`,
    });
    const attached = data?.attachCaseMaterial;
    if (attached?.case) return Response.json({ isAttached: true, errors: [] } satisfies UploadAnswer);
    if (attached && !attached.userErrors.some(({ code }) => code === 'STALE_VERSION')) {
      return Response.json(refuse('NO_ANSWER', attached.userErrors));
    }
  }
  return Response.json(refuse('NO_ANSWER'));
}

function refuse(code: string, errors?: readonly UserError[]): UploadAnswer {
  return { errors: errors?.length ? [...errors] : [{ code, message: '' }] };
}

/** Typed as an address, it leads to the page whose forms it takes. */
export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/${params['language']}/cases/${params['number']}/form?step=materials`, 303);
}
