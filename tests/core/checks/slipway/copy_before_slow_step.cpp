#include "../cases.h"

static const Cases copyBeforeSlowStep(
    "CopyBeforeSlowStep",
    {
        {.title = "packages after the sources",
         .dockerfile =
             "FROM debian:13\nWORKDIR /app\nCOPY . .\nRUN apt-get update && apt-get install -y --no-install-recommends "
             "curl && rm -rf /var/lib/apt/lists/*\nRUN make\n",
         .found = {{3,
                    "Each change of these files runs line 4 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM debian:13\nWORKDIR /app\nRUN apt-get update && apt-get install -y --no-install-recommends "
                   "curl && rm -rf /var/lib/apt/lists/*\nCOPY . .\nRUN make\n"},
        {.title = "with the time that it took",
         .dockerfile = "FROM debian:13\nADD src /app/src/\nRUN apt-get install -y gcc\n",
         .found = {{2,
                    "Each change of these files runs line 3 again, some 42 s, and it needs none of them: put this ADD "
                    "below it"}},
         .mended = "FROM debian:13\nRUN apt-get install -y gcc\nADD src /app/src/\n",
         .past = {{3, built(42000)}}},
        {.title = "a step that is known to be quick",
         .dockerfile = "FROM debian:13\nCOPY src /app/src/\nRUN apk add curl\n",
         .found = {},
         .past = {{3, built(700)}}},
        {.title = "the first of several, each COPY once",
         .dockerfile = "FROM python:3\nWORKDIR /app\nCOPY a.py .\nCOPY b.py .\nRUN apk add --no-cache git\n"
                       "RUN pip install flask\n",
         .found =
             {{3, "Each change of these files runs line 5 again, and it needs none of them: put this COPY below it"},
              {4, "Each change of these files runs line 5 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM python:3\nWORKDIR /app\nRUN apk add --no-cache git\nRUN pip install flask\nCOPY a.py .\n"
                   "COPY b.py .\n"},
        {.title = "with its comment, and where the last line has no end",
         .dockerfile = "FROM debian:13\n\n# the sources\nCOPY a /app\nLABEL b=c\nRUN apt-get install -y d",
         .found = {{4,
                    "Each change of these files runs line 6 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM debian:13\n\nLABEL b=c\nRUN apt-get install -y d\n# the sources\nCOPY a /app"},
        {.title = "each with those that wait for the same step",
         .dockerfile = "FROM debian:13 AS base\nCOPY a /app\nRUN apt-get install -y b\nRUN make\nFROM base\nRUN true\n"
                       "COPY c /srv\nRUN apt-get install -y d\nLABEL e=f\n",
         .found =
             {{2, "Each change of these files runs line 3 again, and it needs none of them: put this COPY below it"},
              {7, "Each change of these files runs line 8 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM debian:13 AS base\nRUN apt-get install -y b\nCOPY a /app\nRUN make\nFROM base\nRUN true\n"
                   "RUN apt-get install -y d\nCOPY c /srv\nLABEL e=f\n"},
        {.title = "what stands between says what the COPY means",
         .dockerfile = "FROM debian:13\nCOPY a /app\nWORKDIR /b\nRUN apt-get install -y d\n",
         .found = {{2,
                    "Each change of these files runs line 4 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM debian:13\nCOPY a /app\nWORKDIR /b\nRUN apt-get install -y d\n"},
        {.title = "what was copied is named",
         .dockerfile = "FROM python:3\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n"
                       "COPY packages/*.deb /tmp/debs/\nRUN apt-get install -y /tmp/debs/*.deb\n"
                       "COPY wheels /wheels\nRUN pip install --find-links=/wheels flask\n",
         .found = {}},
        {.title = "what is copied configures the system",
         .dockerfile = "FROM debian:13\nCOPY own.list /etc/apt/sources.list.d/\nRUN apt-get install -y own\n"
                       "FROM debian:13\nCOPY rootfs /\nRUN apt-get install -y own\n"
                       "FROM node:22\nWORKDIR /app\nCOPY .npmrc .\nRUN npm install -g own\n"
                       "FROM python:3\nENV PIP_CONFIG_FILE=/conf/pip.conf\nCOPY conf /conf\nRUN pip install own\n",
         .found = {}},
        {.title = "something else stands between, or in the same step",
         .dockerfile = "FROM debian:13\nCOPY setup /opt/s\nRUN /opt/s/setup.sh\nRUN apt-get install -y curl\n"
                       "FROM debian:13\nCOPY setup /opt/s\nRUN apt-get install -y curl && make\n"
                       "FROM debian:13\nCOPY setup /opt/s\nRUN apt-get install -y $(cat list)\n"
                       "FROM debian:13\nCOPY setup /opt/s\nRUN apt-get install -y $PACKAGES\n"
                       "FROM debian:13\nCOPY setup /opt/s\nRUN for i in *; do apt-get install -y \"a$i\"; done\n"
                       "FROM debian:13\nCOPY setup /opt/s\nRUN npm install\n",
         .found = {}},
        {.title = "below it already, out of a stage, of the Dockerfile itself",
         .dockerfile = "FROM debian:13 AS a\nRUN apt-get install -y curl\nCOPY . /app\n"
                       "FROM debian:13\nCOPY --from=a /app /app\nCOPY <<E /app/x\nx\nE\nRUN apt-get install -y curl\n",
         .found = {}},
        {.title = "all of a project before npm ci",
         .dockerfile =
             "FROM node:22\nWORKDIR /app\n# all\nCOPY --chown=node . .\nRUN npm ci --omit=dev && npm cache clean "
             "--force\nRUN npm run build\n",
         .found =
             {{4,
               "Each change of these files runs line 5 again, and it needs only package.json and package-lock.json "
               "of them: copy that alone above it, and put this COPY below it"}},
         .dockerignore = "node_modules\n",
         .mended =
             "FROM node:22\nWORKDIR /app\nCOPY --chown=node package*.json .npmrc* ./\nRUN npm ci --omit=dev && npm "
             "cache clean --force\n# all\nCOPY --chown=node . .\nRUN npm run build\n"},
        {.title = "modules of the context would cover those that were installed",
         .dockerfile = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n",
         .found =
             {{3,
               "Each change of these files runs line 4 again, and it needs only package.json and package-lock.json "
               "of them: copy that alone above it, and put this COPY below it"}},
         .mended = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n"},
        {.title = "all of a project before pip install -r",
         .dockerfile =
             "FROM python:3\nWORKDIR /app\nENV PYTHONPATH=/app\nCOPY . /app\nRUN pip install --no-cache-dir -r "
             "requirements.txt\nCMD [\"python\", \"main.py\"]\n",
         .found = {{4,
                    "Each change of these files runs line 5 again, and it needs only requirements.txt of them: copy "
                    "that alone above it, and put this COPY below it"}},
         .mended = "FROM python:3\nWORKDIR /app\nENV PYTHONPATH=/app\nCOPY requirements.txt /app/\nRUN pip install "
                   "--no-cache-dir -r requirements.txt\nCOPY . /app\nCMD [\"python\", \"main.py\"]\n"},
        {.title = "all of a project before go mod download, and without a WORKDIR",
         .dockerfile = "FROM golang:1\nWORKDIR /src\nCOPY . .\nRUN go mod download\nRUN go build\n"
                       "FROM python:3\nCOPY . .\nRUN apt-get update && apt-get install -y curl\n",
         .found = {{3,
                    "Each change of these files runs line 4 again, and it needs only go.mod and go.sum of them: copy "
                    "that alone above it, and put this COPY below it"},
                   {7,
                    "Each change of these files runs line 8 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM golang:1\nWORKDIR /src\nCOPY go.mod go.sum* ./\nRUN go mod download\nCOPY . .\nRUN go build\n"
                   "FROM python:3\nRUN apt-get update && apt-get install -y curl\nCOPY . .\n"},
        {.title = "the code before what installs the rest",
         .dockerfile =
             "FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nCOPY src ./src\nCOPY server.js .\nRUN npm ci\n"
             "FROM python:3\nWORKDIR /app\nCOPY requirements.txt .\nCOPY app /app/app\n"
             "RUN pip install -r requirements.txt\n",
         .found =
             {{4, "Each change of these files runs line 6 again, and it needs none of them: put this COPY below it"},
              {5, "Each change of these files runs line 6 again, and it needs none of them: put this COPY below it"},
              {10, "Each change of these files runs line 11 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY src ./src\nCOPY server.js .\n"
                   "FROM python:3\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n"
                   "COPY app /app/app\n"},
        {.title = "a package whose name holds the folder's",
         .dockerfile = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN apt-get install -y libapparmor1\nRUN make\n",
         .found = {{3,
                    "Each change of these files runs line 4 again, and it needs none of them: put this COPY below it"}},
         .mended = "FROM node:22\nWORKDIR /app\nRUN apt-get install -y libapparmor1\nCOPY . .\nRUN make\n"},
        {.title = "by programs whose settings may name more files",
         .dockerfile = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN yarn install --frozen-lockfile\n"
                       "FROM ruby:3\nWORKDIR /app\nCOPY . .\nRUN bundle install\n",
         .found = {{3,
                    "Each change of these files runs line 4 again, and it needs only package.json and yarn.lock of "
                    "them: copy that alone above it, and put this COPY below it"},
                   {7,
                    "Each change of these files runs line 8 again, and it needs only Gemfile and Gemfile.lock of them: "
                    "copy that alone above it, and put this COPY below it"}},
         .mended = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN yarn install --frozen-lockfile\n"
                   "FROM ruby:3\nWORKDIR /app\nCOPY . .\nRUN bundle install\n"},
        {.title = "what the context tells of folders, and of lists that one list may name",
         .dockerfile = "FROM node:22\nWORKDIR /app\nCOPY package.json ./\nCOPY client ./client\nCOPY server ./server\n"
                       "RUN npm ci\nFROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n"
                       "FROM python:3\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n",
         .found =
             {{5, "Each change of these files runs line 6 again, and it needs none of them: put this COPY below it"},
              {9,
               "Each change of these files runs line 10 again, and it needs only package.json and package-lock.json of "
               "them: copy that alone above it, and put this COPY below it"},
              {13,
               "Each change of these files runs line 14 again, and it needs only requirements.txt of them: copy that "
               "alone above it, and put this COPY below it"}},
         .mended = "FROM node:22\nWORKDIR /app\nCOPY package.json ./\nCOPY client ./client\nRUN npm ci\n"
                   "COPY server ./server\nFROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n"
                   "FROM python:3\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n",
         .files = {{"package.json", 1},
                   {"client/package.json", 1},
                   {"server/main.js", 1},
                   {"requirements.txt", 1},
                   {"requirements/base.txt", 1}}},
        {.title = "workspaces that nothing is known of",
         .dockerfile = "FROM node:22\nWORKDIR /app\nCOPY package.json ./\nCOPY client ./client\nRUN npm ci\n",
         .found = {}},
        {.title = "what a gemspec requires",
         .dockerfile = "FROM ruby:3\nWORKDIR /a\nCOPY Gemfile a.gemspec ./\nCOPY lib/a/version.rb lib/a/\n"
                       "RUN bundle install\n",
         .found = {}},
        {.title = "an install may read what was copied",
         .dockerfile =
             "FROM node:22\nWORKDIR /app\nCOPY package.json package-lock.json ./\nCOPY prisma ./prisma\n"
             "COPY packages ./packages\nRUN npm ci\n"
             "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n"
             "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN cd web && npm ci\n"
             "FROM node:22\nWORKDIR /app\nCOPY app .\nRUN npm ci\n"
             "FROM python:3\nWORKDIR /app\nCOPY . .\nRUN pip install .\n"
             "FROM python:3\nWORKDIR /app\nCOPY . .\nRUN pip install -e . -r requirements.txt\n"
             "FROM python:3\nWORKDIR /app\nCOPY setup.py src ./\nRUN pip install -r requirements.txt\n"
             "FROM golang:1\nWORKDIR /src\nCOPY go.mod go.sum ./\nCOPY lib/own ./lib/own\nRUN go mod download\n"
             "FROM golang:1\nWORKDIR /src\nCOPY . .\nRUN go mod download && go build\n"
             "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN --mount=target=package.json,source=package.json npm ci\n",
         .found = {}},
    });
