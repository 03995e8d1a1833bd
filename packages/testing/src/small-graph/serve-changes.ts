import type { IncomingMessage, ServerResponse } from 'node:http';

/** How often the stream says that it is alive. */
const ALIVE_MS = 200;

/** The stream of changes of a small department, as departments of the kit have it. */
export interface Changes {
  listener(request: IncomingMessage, response: ServerResponse): void;
  announce(change: object): void;
  /** Ends the streams; until `resume` there is none. */
  cut(): void;
  resume(): void;
}

export function serveChanges(): Changes {
  const open = new Set<ServerResponse>();
  let isCut = false;
  const send = (response: ServerResponse, event: object) =>
    response.write(`event: next\ndata: ${JSON.stringify(event)}\n\n`);
  return {
    listener(_request, response) {
      if (isCut) return void response.destroy();
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      send(response, { alive: true });
      const alive = setInterval(() => send(response, { alive: true }), ALIVE_MS);
      open.add(response);
      response.once('close', () => {
        clearInterval(alive);
        open.delete(response);
      });
    },
    announce(change) {
      for (const response of open) send(response, change);
    },
    cut() {
      isCut = true;
      for (const response of open) response.destroy();
    },
    resume() {
      isCut = false;
    },
  };
}
