# Built in one stage, run from another: the image holds the compiled program and what it needs at run time, no more.
FROM docker.io/library/node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY jobs ./jobs
RUN npm run build

FROM docker.io/library/node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded server is optional and stays out: the container is given a Postgres of its own by DATABASE_URL.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM docker.io/library/node:24-bookworm-slim
ENV NODE_ENV=production RECOUNT_DATA=/data RECOUNT_HOST=0.0.0.0 RECOUNT_PORT=4280
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY config ./config
COPY sql ./sql
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4280
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.RECOUNT_PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/cli/recount.js", "run"]
