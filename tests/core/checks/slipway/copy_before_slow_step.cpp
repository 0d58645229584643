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
    });
