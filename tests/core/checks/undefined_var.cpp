#include "cases.h"

static slipway::image::Config python() {
    slipway::image::Config config;
    config.platform = *slipway::image::Platform::parse("linux/amd64");
    config.env = {"PYTHON_VERSION=3.13"};
    return config;
}

static const Cases undefinedVar(
    "UndefinedVar",
    {
        {.title = "nothing set it",
         .dockerfile = "FROM scratch\nCOPY $file /\n",
         .found = {{2, "Usage of undefined variable '$file'"}}},
        {.title = "nearly the name",
         .dockerfile = "FROM scratch\nENV MODE=1\nLABEL m=$MDE\n",
         .found = {{3, "Usage of undefined variable '$MDE' (did you mean $MODE?)"}}},
        {.title = "names are as they are written, and short ones near to others, too",
         .dockerfile = "FROM scratch\nENV MODE=1 f=1\nLABEL m=$mode x=$x\n",
         .found = {{3, "Usage of undefined variable '$mode'"},
                   {3, "Usage of undefined variable '$x' (did you mean $f?)"}}},
        {.title = "in a heredoc",
         .dockerfile = "FROM scratch\nCOPY <<EOF <<'RAW' /d/\n$who\nEOF\n$raw\nRAW\n",
         .found = {{2, "Usage of undefined variable '$who'"}}},
        {.title = "ENV and ARG of the stage, and of the stage below it",
         .dockerfile = "FROM scratch AS a\nENV one=1\nARG two\nLABEL x=$one y=$two\nFROM a\nLABEL x=$one\n",
         .found = {}},
        {.title = "an ARG above the first FROM alone",
         .dockerfile = "ARG top=1\nFROM scratch\nLABEL t=$top\n",
         .found = {{3, "Usage of undefined variable '$top'"}}},
        {.title = "arguments of a shell, which a heredoc loses",
         .dockerfile = "FROM scratch\nCOPY <<EOF /run\necho \"$@\"\nEOF\n",
         .found = {{2, "Usage of undefined variable '$@'"}}},
        {.title = "what is for BuildKit's own scans",
         .dockerfile = "FROM scratch\nLABEL a=$BUILDKIT_SBOM_SCAN_STAGE b=$BUILDKIT_SBOM_SCAN_CONTEXT\n",
         .found = {}},
        {.title = "a shell's own variables", .dockerfile = "FROM scratch\nRUN echo $HOME\n", .found = {}},
        {.title = "what a base that isn't here may set",
         .dockerfile = "FROM python:3\nARG MODE=1\nLABEL v=$PYTHON_VERSION m=$MDE\n",
         .found = {{3, "Usage of undefined variable '$MDE' (did you mean $MODE?)"}}},
        {.title = "an ARG without a value of the stage below",
         .dockerfile = "FROM scratch AS a\nENV X=1\nARG Y\nFROM a AS b\nCOPY $X $Y .\nARG Z=$Y\nFROM b\nCOPY $Y $Q .\n",
         .found = {{8, "Usage of undefined variable '$Q' (did you mean $X?)"}}},
        {.title = "an ARG that has a value may be meant, one without may not",
         .dockerfile = "FROM scratch\nARG MYVAR\nARG OTHER=1\nCOPY $MYVARR $OTHR .\n",
         .found = {{4, "Usage of undefined variable '$MYVARR'"},
                   {4, "Usage of undefined variable '$OTHR' (did you mean $OTHER?)"}}},
        {.title = "in a word that can't be expanded",
         .dockerfile = "FROM scratch\nCOPY ${foo:?no} .\n",
         .found = {{2, "Usage of undefined variable '$foo'"}}},
        {.title = "what a base image sets",
         .dockerfile = "FROM python:3\nLABEL v=$PYTHON_VERSION\n",
         .found = {},
         .images = {{"python:3", python()}}},
        {.title = "mended by what is meant",
         .dockerfile = "FROM scratch\nARG VERSION=1\nLABEL a=$VERSON b=${VERSON:-2}$VERSONS c=$OTHER\n",
         .found = {{3, "Usage of undefined variable '$OTHER'"},
                   {3, "Usage of undefined variable '$VERSON' (did you mean $VERSION?)"},
                   {3, "Usage of undefined variable '$VERSON' (did you mean $VERSION?)"},
                   {3, "Usage of undefined variable '$VERSONS' (did you mean $VERSION?)"}},
         .mended = "FROM scratch\nARG VERSION=1\nLABEL a=$VERSION b=${VERSION:-2}$VERSION c=$OTHER\n"},
    });
