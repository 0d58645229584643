#include "../cases.h"

static const Cases dl3024("DL3024", {
                                        {.title = "twice",
                                         .dockerfile = "FROM a AS one\nFROM b AS two\nFROM c AS One\n",
                                         .found = {{3, "The stage in line 1 is named one, too"}}},
                                        {.title = "each its own",
                                         .dockerfile = "FROM a AS one\nFROM b AS two\nFROM c\nFROM d\n",
                                         .found = {}},
                                        {.title = "mended",
                                         .dockerfile = "FROM a AS b\nFROM b AS b\n",
                                         .found = {{2, "The stage in line 1 is named b, too"}},
                                         .mended = "FROM a AS b-1\nFROM b-1 AS b\n"},
                                    });
