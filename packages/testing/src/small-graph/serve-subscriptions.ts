import type { RequestListener, Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/**
 * Subscriptions by the libraries that other departments serve them with: graphql-ws for those who ask for a WebSocket,
 * graphql-sse for the requests that the listener is given.
 */
export function serveSubscriptions(
  server: Server,
  schema: GraphQLSchema,
  onAssertion: (assertion: string | undefined) => void,
): { listener: RequestListener; close: () => void } {
  const sockets = new WebSocketServer({ server });
  useServer(
    {
      schema,
      onConnect: ({ connectionParams }) => {
        onAssertion(connectionParams?.['yiwang-assertion'] as string | undefined);
      },
    },
    sockets,
  );
  const handle = createHandler({ schema });
  return {
    listener: (request, response) => {
      handle(request, response).catch(() => response.destroy());
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}
