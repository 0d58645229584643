#include "../cases.h"

static const Cases dl3021(
    "DL3021",
    {
        {.title = "several and no slash",
         .dockerfile = "FROM scratch\nCOPY a b c\nCOPY a b .\nONBUILD COPY --from=x a b \"/c\"\n",
         .found = {{2, "COPY of several sources: end the destination c with /"},
                   {3, "COPY of several sources: end the destination . with /"},
                   {4, "COPY of several sources: end the destination \"/c\" with /"}}},
        {.title = "a slash, one source",
         .dockerfile =
             "FROM scratch\nCOPY a b c/\nCOPY a b \"/c $X/\"\nCOPY a b\nCOPY [\"a\", \"b\", \"c/\"]\nADD a b c\n",
         .found = {}},
        {.title = "what a variable holds",
         .dockerfile = "FROM scratch\nENV D=/a E=/b/\nCOPY a b $D\nCOPY a b $E\n",
         .found = {{3, "COPY of several sources: end the destination $D with /"}},
         .mended = "FROM scratch\nENV D=/a E=/b/\nCOPY a b $D/\nCOPY a b $E\n"},
        {.title = "mended",
         .dockerfile = "FROM a\nCOPY a b /c\nCOPY [\"a\", \"b\", \"c\"]\n",
         .found = {{2, "COPY of several sources: end the destination /c with /"},
                   {3, "COPY of several sources: end the destination c with /"}},
         .mended = "FROM a\nCOPY a b /c/\nCOPY [\"a\", \"b\", \"c/\"]\n"},
        {.title = "a blank in quotes, which parts words all the same",
         .dockerfile = "FROM a\nCOPY a b \"/c d\"\nCOPY a b '/c'\\\"\n",
         .found = {{2, "COPY of several sources: end the destination d\" with /"},
                   {3, "COPY of several sources: end the destination '/c'\\\" with /"}},
         .mended = "FROM a\nCOPY a b \"/c d\"\nCOPY a b '/c'\\\"/\n"},
        {.title = "a variable that only a build knows",
         .dockerfile = "FROM scratch\nARG D\nCOPY a b $D\nCOPY a b ${D}/\nCOPY a $D\n",
         .found = {{3, "COPY of several sources: end the destination $D with /"}}},
    });
