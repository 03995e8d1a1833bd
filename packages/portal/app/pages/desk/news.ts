import { Readable } from 'node:stream';
import type { LoaderFunctionArgs } from 'react-router';
import { graphOf } from '../../graph/ask.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { purposeOf } from './purpose.ts';
import { requireDesk } from './require-desk.ts';

const NEWS = graphql(`
  subscription DeskNews {
    inbox {
      id
      case {
        number
      }
    }
  }
`);

const encoder = new TextEncoder();

/** Server-sent events: the number of each case that has changed. Only permits tell; elsewhere 204 ends the browser's tries. */
export function loader(args: LoaderFunctionArgs): Response {
  const { person, desk } = requireDesk(args);
  if (desk.department !== 'permits') return new Response(null, { status: 204 });
  const { signal } = args.request;
  const changes = graphOf(args).subscribe(NEWS, {}, { signal, purpose: purposeOf(person) });
  async function* events() {
    try {
      yield encoder.encode(': open\n\n');
      for await (const { data } of changes) {
        const number = data?.inbox?.case?.number;
        if (number) yield encoder.encode(`data: ${number}\n\n`);
      }
    } catch (error) {
      // Who leaves the page ends it.
      if (!signal.aborted) throw error;
    }
  }
  const stream = Readable.toWeb(Readable.from(events())) as unknown as ReadableStream;
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
