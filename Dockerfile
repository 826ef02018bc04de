# One image for every process: web, worker and commands differ by what they run.
FROM node:24-bookworm-slim AS built
WORKDIR /imtiyaz
# The packages first: they change less often than the sources.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/imtiyaz MALLOC_ARENA_MAX=1
WORKDIR /imtiyaz
COPY --from=built /imtiyaz ./
RUN install -d -o node -g node -m 750 /var/lib/imtiyaz
# Nothing of the product is writable to the process that serves it.
USER node
VOLUME /var/lib/imtiyaz
EXPOSE 3000
# `docker stop` sends SIGTERM: requests under way are finished first.
CMD ["node", "--import", "./app/cli/source-maps.mjs", "build/node/server.js"]
