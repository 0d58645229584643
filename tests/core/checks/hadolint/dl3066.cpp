#include "../cases.h"

static const Cases dl3066(
    "DL3066",
    {
        {.title = "a name",
         .dockerfile = "FROM a\nUSER app:app\n",
         .found = {{2, "The image's user app:app is a name: write its number"}}},
        {.title = "a variable that holds one",
         .dockerfile = "FROM a\nENV NAME=app\nUSER $NAME\n",
         .found = {{3, "The image's user $NAME is a name: write its number"}}},
        {.title = "only the last one of the last stage",
         .dockerfile = "FROM a\nUSER app\nFROM b\nUSER root\nUSER 1000:app\n",
         .found = {}},
        {.title = "numbers, also of a variable",
         .dockerfile = "FROM a\nENV ID=\"1000\"\nUSER ${ID}:$GROUP\n",
         .found = {}},
        {.title = "for a build to know", .dockerfile = "FROM a\nARG ID\nUSER $ID\n", .found = {}},
        {.title = "a base image that is not known may set it", .dockerfile = "FROM a\nUSER $APP_UID\n", .found = {}},
        {.title = "one that is known does",
         .dockerfile = "FROM a:1\nUSER $APP_UID\n",
         .found = {},
         .images = {{"a:1", {.env = {"APP_UID=1654"}}}}},
        {.title = "nothing sets it",
         .dockerfile = "FROM scratch\nUSER $APP_UID\n",
         .found = {{2, "The image's user $APP_UID is a name: write its number"}}},
    });
