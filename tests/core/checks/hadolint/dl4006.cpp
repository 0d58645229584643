#include "../cases.h"

static const Cases dl4006(
    "DL4006",
    {
        {.title = "the default, sh, and none",
         .dockerfile = "FROM debian:13\nRUN curl a | sh\nSHELL [\"/bin/sh\", \"-o\", \"pipefail\", \"-c\"]\nRUN for x "
                       "in $(a | b); do c; done\nSHELL [\"/bin/bash\", \"-c\"]\nRUN (a; b) | c\n",
         .found = {{2, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"},
                   {4, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"},
                   {6, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"}}},
        {.title = "set inside is not enough",
         .dockerfile = "FROM debian:13\nRUN set -o pipefail && a | b\n",
         .found = {{2, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"}}},
        {.title = "shells that have it",
         .dockerfile = "FROM a AS a\nSHELL [\"/usr/bin/bash\", \"-euo\", \"pipefail\", \"-c\"]\nRUN a | b\nFROM a\nRUN "
                       "a | b\nFROM x\nSHELL [\"ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n",
         .found = {}},
        {.title = "no pipe, no shell that is known",
         .dockerfile = "FROM debian:13\nRUN a || b && echo \"a | b\"\n# hadolint shell=powershell\nRUN a | b\nFROM "
                       "--platform=windows/amd64 x\nRUN a | b\n",
         .found = {}},
        {.title = "the base image says",
         .dockerfile = "FROM mine\nRUN a | b\n",
         .found = {},
         .images = {{"mine", {.shell = std::vector<std::string>{"/bin/bash", "-o", "pipefail", "-c"}}}}},
        {.title = "kept for a child",
         .dockerfile = "FROM debian:13\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nONBUILD RUN a | b\nSHELL "
                       "[\"/bin/bash\", \"-c\"]\nONBUILD RUN a | b\n",
         .found = {{5, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"}}},
        {.title = "the option anywhere before its value or behind it, and in the shell form",
         .dockerfile =
             "FROM debian:13\nSHELL [\"/bin/bash\", \"-oe\", \"pipefail\", \"-c\"]\nRUN a | b\nSHELL "
             "[\"/bin/bash\", \"-e\", \"-o\", \"nounset\", \"pipefail\"]\nRUN a | b\nSHELL /bin/bash -o "
             "pipefail -c\nRUN a | b\nSHELL [\"/bin/bash\", \"-e\", \"pipefail\"]\nRUN a | b\nSHELL /bin/bash "
             "-c\nRUN a | b\n",
         .found = {{9, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"},
                   {11, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"}}},
        {.title = "a SHELL that ONBUILD keeps, for what it keeps",
         .dockerfile = "FROM debian:13\nONBUILD SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nONBUILD RUN a | "
                       "b\nRUN a | b\n",
         .found = {{4, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"}}},
        {.title = "a document that a shell reads: SHELL would not mend it",
         .dockerfile = "FROM debian:13\nRUN <<EOF bash -e\na | b\nEOF\nRUN <<EOF bash -eo pipefail\na | b\nEOF\n",
         .found = {{2, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"}},
         .mended = "FROM debian:13\nRUN <<EOF bash -e\na | b\nEOF\nRUN <<EOF bash -eo pipefail\na | b\nEOF\n"},
        {.title = "mended with the shell that is there",
         .dockerfile = "FROM debian:13\n# count\nRUN a | b\nRUN c | d\nFROM alpine:3\nRUN e | f\nFROM unknown\nRUN g | "
                       "h\nSHELL [\"/bin/bash\", \"-c\"]\nRUN i | j\n",
         .found = {{3, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"},
                   {4, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"},
                   {6, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"},
                   {8, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"},
                   {10, "What fails before a pipe goes unnoticed: give the shell -o pipefail with SHELL"}},
         .mended =
             "FROM debian:13\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\n# count\nRUN a | b\nRUN c | d\nFROM "
             "alpine:3\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN e | f\nFROM unknown\nRUN g | h\nSHELL "
             "[\"/bin/bash\", \"-c\"]\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN i | j\n"},
    });
