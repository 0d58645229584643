#include "cases.h"

static const Cases secretsUsedInArgOrEnv(
    "SecretsUsedInArgOrEnv",
    {
        {.title = "by their names",
         .dockerfile = "FROM scratch\nARG NPM_TOKEN\nENV db_password=x mode=y\nENV AUTH=1\n",
         .found = {{2, "Do not use ARG or ENV instructions for sensitive data (ARG \"NPM_TOKEN\")"},
                   {3, "Do not use ARG or ENV instructions for sensitive data (ENV \"db_password\")"},
                   {4, "Do not use ARG or ENV instructions for sensitive data (ENV \"AUTH\")"}}},
        {.title = "a name that is expanded first",
         .dockerfile = "FROM scratch\nENV \"password\"=x\nARG X=token Y=mode\nENV $X=x $Y=y\n",
         .found = {{2, "Do not use ARG or ENV instructions for sensitive data (ENV \"password\")"},
                   {4, "Do not use ARG or ENV instructions for sensitive data (ENV \"token\")"}}},
        {.title = "above the first FROM it is in no image", .dockerfile = "ARG NPM_TOKEN\nFROM scratch\n", .found = {}},
        {.title = "what only sounds so",
         .dockerfile = "FROM scratch\nARG PUBLIC_KEY TOKENS KEYBOARD\nENV password_file=/run/secrets/p "
                       "FILE_KEY=x\nARG AUTH_VERSION VERSION_TOKEN\n",
         .found = {}},
    });
