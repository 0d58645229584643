#include "../cases.h"

static const Cases fileInSeveralLayers(
    "FileInSeveralLayers",
    {
        {.title = "one file",
         .dockerfile = "FROM scratch\nCOPY model.bin /\nRUN tune\n",
         .found = {{3,
                    "Writes /model.bin again, which a step above had written: 12.0 MB of it stay in the image unseen"}},
         .past = {{3, built(1, {{"model.bin", 13'000'000}}, {{"model.bin", 12'000'000, false}})}}},
        {.title = "owners that are changed",
         .dockerfile = "FROM scratch\nCOPY app /app\nRUN chown -R me /app\n",
         .found =
             {{3,
               "Writes 2 files again that steps above had written: 3.0 MB stay in the image unseen, the largest is "
               "/app/a; their content is the same: set owner and mode where they are copied"}},
         .past = {{3, built(1, {}, {{"app/a", 2'000'000, true}, {"app/b", 1'000'000, true}})}}},
        {.title = "two RUNs, one after the other",
         .dockerfile = "FROM scratch\nRUN make model\nRUN chmod 644 /model.bin && strip /lib.so\n",
         .found = {{3,
                    "Writes /model.bin again, which a step above had written: 12.0 MB of it stay in the image unseen"}},
         .mended = "FROM scratch\nRUN make model \\\n    && chmod 644 /model.bin && strip /lib.so\n",
         .past = {{2, built(1, {{"model.bin", 12'000'000}})},
                  {3, built(1, {{"model.bin", 13'000'000}}, {{"model.bin", 12'000'000, false}})}}},
        {.title = "what a step further up made, a shell that goes on differently, and a COPY",
         .dockerfile = "FROM scratch\nRUN make a\nRUN cd /x && make b\nRUN strip a b\nCOPY c /\nRUN strip c\n",
         .found = {{4,
                    "Writes 2 files again that steps above had written: 24.0 MB stay in the image unseen, the "
                    "largest is /a"},
                   {6, "Writes /c again, which a step above had written: 12.0 MB of it stay in the image unseen"}},
         .mended = "FROM scratch\nRUN make a\nRUN cd /x && make b\nRUN strip a b\nCOPY c /\nRUN strip c\n",
         .past = {{2, built(1, {{"a", 12'000'000}})},
                  {3, built(1, {{"b", 12'000'000}})},
                  {4, built(1, {}, {{"a", 12'000'000, false}, {"b", 12'000'000, false}})},
                  {5, built(1, {{"c", 12'000'000}})},
                  {6, built(1, {}, {{"c", 12'000'000, false}})}}},
        {.title = "little, and a stage that is only copied from",
         .dockerfile = "FROM scratch AS a\nRUN a\nFROM scratch\nCOPY --from=a x /\nRUN b\n",
         .found = {},
         .past = {{2, built(1, {}, {{"x", 2'000'000, false}})}, {5, built(1, {}, {{"x", 999'999, false}})}}},
    });
