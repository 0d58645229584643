#include "../cases.h"

static const Cases dl4001("DL4001",
                          {
                              {.title = "each RUN, once both are used",
                               .dockerfile = "FROM debian:13\nRUN curl a\nRUN wget b\nRUN make\nRUN curl c | wget -\n",
                               .found = {{3, "This stage uses both wget and curl: one of them is enough"},
                                         {5, "This stage uses both wget and curl: one of them is enough"}}},
                              {.title = "what ONBUILD keeps, from stage to stage",
                               .dockerfile = "FROM a AS a\nONBUILD RUN wget a\nFROM b\nONBUILD RUN curl b\n",
                               .found = {{4, "This stage uses both wget and curl: one of them is enough"}}},
                              {.title = "each in its own",
                               .dockerfile = "FROM a AS a\nRUN curl a\nFROM b\nRUN wget b && apt-get install curl\n",
                               .found = {}},
                          });
