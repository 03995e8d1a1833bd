import { expect, test } from 'vitest';
import { MAX_FILE_BYTES, readForm } from '../app/pages/catalogue/certificates/read-form.ts';

function send(fields: Readonly<Record<string, string | File>>, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return readForm(new Request('http://portal.invalid/zh/certificates', { method: 'POST', body, headers }));
}

test('a text is taken as it is, and a PDF in base64', async () => {
  expect(
    await send({ text: ' eyJhbGciOiJFZERTQSJ9.x.y~ ', holder: '９１３２０７００７０４０４７８６ｘｂ' }),
  ).toMatchObject({
    content: 'eyJhbGciOiJFZERTQSJ9.x.y~',
    holder: '9132070070404786XB',
  });
  const pdf = new File(['%PDF-1.7\n\u0000'], 'one.pdf');
  expect(await send({ file: pdf, text: '' })).toMatchObject({ content: 'JVBERi0xLjcKAA==', holder: null });
  expect(await send({ file: new File(['eyJ.x.y~\n'], 'one.txt') })).toMatchObject({ content: 'eyJ.x.y~' });
});

test('what cannot be verified is told, and what was typed stays', async () => {
  expect(await send({ text: '' })).toMatchObject({ error: 'nothing' });
  expect(await send({ text: 'x', file: new File(['y'], 'y.txt') })).toMatchObject({ error: 'both' });
  expect(await send({ text: 'x', holder: '123' })).toEqual({
    error: 'wrongHolder',
    typed: { text: 'x', holder: '123' },
  });
  const large = new File([new Uint8Array(MAX_FILE_BYTES + 1)], 'large.pdf');
  expect(await send({ file: large })).toMatchObject({ error: 'tooLarge' });
});

test('a request that is too large is not read, and one that is no form is told', async () => {
  expect(await send({ text: 'x' }, { 'content-length': '5000000' })).toMatchObject({ error: 'tooLarge' });
  const noForm = new Request('http://portal.invalid/', {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  });
  expect(await readForm(noForm)).toMatchObject({ error: 'unreadable' });
});
