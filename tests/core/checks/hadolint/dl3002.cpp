#include "../cases.h"

static const Cases dl3002("DL3002",
                          {
                              {.title = "root at the end",
                               .dockerfile = "FROM scratch\nUSER app\nUSER root\n",
                               .found = {{3, "The last USER of the stage is root: switch to another user at its end"}}},
                              {.title = "by number, with its group",
                               .dockerfile = "FROM a AS one\nUSER \"0:0\"\nFROM b\nUSER root:wheel\n",
                               .found = {{2, "The last USER of the stage is root: switch to another user at its end"},
                                         {4, "The last USER of the stage is root: switch to another user at its end"}}},
                              {.title = "switched back, or never set",
                               .dockerfile = "FROM a\nUSER root\nRUN x\nUSER rooter\nFROM b\n",
                               .found = {}},
                          });
