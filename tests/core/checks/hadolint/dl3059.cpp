#include "../cases.h"

static const Cases dl3059(
    "DL3059",
    {
        {.title = "two and three",
         .dockerfile = "FROM debian:13\nRUN make\nRUN make install\n# why\n\nRUN ldconfig\n",
         .found = {{3, "The RUN before this one could do it, too: join them with &&"},
                   {6, "The RUN before this one could do it, too: join them with &&"}}},
        {.title = "something between them, or several commands",
         .dockerfile = "FROM debian:13\nRUN make\nUSER me\nRUN make\nRUN a && b\nRUN make\n",
         .found = {}},
        {.title = "flags",
         .dockerfile = "FROM debian:13\nRUN --network=none make\nRUN make\nRUN --network=none "
                       "--mount=type=tmpfs,target=/x a\nRUN --mount=type=tmpfs,target=/x --network=none b\n",
         .found = {{5, "The RUN before this one could do it, too: join them with &&"}}},
        {.title = "the same program twice in one is a chain, too",
         .dockerfile = "FROM debian:13\nRUN apt-get update && apt-get install a\nRUN apt-get install b\n",
         .found = {}},
        {.title = "one command, with a condition or without a name",
         .dockerfile = "FROM debian:13\nRUN if [ -f a ]; then b; fi\nRUN c\nUSER d\nRUN [ -f a ] || b\nRUN "
                       "c\nUSER d\nRUN x=1; b\nRUN c\nUSER d\nRUN $a && b\nRUN c\nUSER d\nRUN > x && b\nRUN c\n",
         .found = {{3, "The RUN before this one could do it, too: join them with &&"},
                   {6, "The RUN before this one could do it, too: join them with &&"},
                   {9, "The RUN before this one could do it, too: join them with &&"},
                   {12, "The RUN before this one could do it, too: join them with &&"},
                   {15, "The RUN before this one could do it, too: join them with &&"}}},
        {.title = "time and what it times", .dockerfile = "FROM debian:13\nRUN time make\nRUN make\n", .found = {}},
        {.title = "in another language",
         .dockerfile = "FROM a\nSHELL [\"cmd\", \"/S\", \"/C\"]\nRUN a && b\nRUN c && d\nSHELL "
                       "[\"powershell\"]\nRUN a; b\nRUN c\nRUN d\n",
         .found = {{8, "The RUN before this one could do it, too: join them with &&"}}},
        {.title = "mended, a condition with what follows it",
         .dockerfile = "FROM a\nRUN if [ -f b ]; then c; fi\nRUN d\nUSER e\nRUN x=1; b\nRUN c\n",
         .found = {{3, "The RUN before this one could do it, too: join them with &&"},
                   {6, "The RUN before this one could do it, too: join them with &&"}},
         .mended = "FROM a\nRUN if [ -f b ]; then c; fi \\\n    && d\nUSER e\nRUN x=1; b\nRUN c\n"},
        {.title = "mended, with the comments between them",
         .dockerfile = "FROM a\nRUN b 1\n\n# why\nRUN b 2 \\\n  3\nRUN --network=none c\nRUN d\n# "
                       "hadolint ignore=DL3008\nRUN e\nRUN f || f\nFROM g\nRUN export H=1\nRUN i\n",
         .found = {{5, "The RUN before this one could do it, too: join them with &&"},
                   {10, "The RUN before this one could do it, too: join them with &&"},
                   {14, "The RUN before this one could do it, too: join them with &&"}},
         .mended = "FROM a\nRUN b 1 \\\n# why\n    && b 2 \\\n  3\nRUN --network=none c\nRUN d\n# "
                   "hadolint ignore=DL3008\nRUN e\nRUN f || f\nFROM g\nRUN export H=1\nRUN i\n"},
        {.title = "a comment that silences one of them silences no other",
         .dockerfile = "FROM a\n# hadolint ignore=DL3004\nRUN sudo b\nRUN c\nUSER d\n"
                       "# check=skip=UndefinedVar\n\nRUN e\nRUN f\n",
         .found = {{4, "The RUN before this one could do it, too: join them with &&"},
                   {9, "The RUN before this one could do it, too: join them with &&"}},
         .mended = "FROM a\n# hadolint ignore=DL3004\nRUN sudo b\nRUN c\nUSER d\n"
                   "# check=skip=UndefinedVar\n\nRUN e\nRUN f\n"},
        {.title = "flags that mean the same, and others",
         .dockerfile = "FROM a\nRUN --mount=type=cache,target=/a --mount=source=b,target=/b c\nRUN "
                       "--mount=type=bind,dst=/b,src=b --mount=target=/a,type=cache d\nUSER x\nRUN "
                       "--mount=type=secret,id=s,required e\nRUN --mount=type=secret,id=s,required=true f\nRUN "
                       "--mount=type=secret,id=t,required g\nRUN --mount=type=secret,id=t h\n",
         .found = {{3, "The RUN before this one could do it, too: join them with &&"},
                   {6, "The RUN before this one could do it, too: join them with &&"}}},
    });
