#include "../cases.h"

static const Cases dl3063("DL3063",
                          {
                              {.title = "reserved",
                               .dockerfile = "FROM a AS scratch\nFROM b AS Context\n",
                               .found = {{1, "The name scratch means something else: choose another one"},
                                         {2, "The name context means something else: choose another one"}}},
                              {.title = "others", .dockerfile = "FROM a AS scratchpad\nFROM scratch\n", .found = {}},
                          });
