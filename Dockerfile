# The standalone server. `npm run image-steps` performs the same steps without a container engine; a test compares the two.
FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
# The journal of drafts outlives the container, or a draft may be written twice.
WORKDIR /data
RUN chmod 700 . && chown node:node .
VOLUME /data
WORKDIR /app
COPY --from=build --chown=node:node /src/.next/standalone ./
USER node
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 SESSION_STORE=/data/sessions.sqlite
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health?live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--min-semi-space-size=32", "--max-semi-space-size=32", "server.js"]
