#include "../cases.h"

static const Cases dl3064(
    "DL3064",
    {
        {.title = "secrets",
         .dockerfile = "ARG AWS_ACCESS_KEY_ID\nFROM a\nENV my_password=x DB_HOST=y\nARG GITHUB_TOKEN\nARG "
                       "apiKey\nONBUILD ARG NPM_SECRET\nENV DB_USERNAME=x\nENV MY_PRIVATE_DATA=x\nENV "
                       "STRIPE_DEVICE_NAME=x\nENV VAULT_CLIENT_KEY=x\n",
         .found = {{1, "AWS_ACCESS_KEY_ID sounds like a secret, and would stay in the image"},
                   {3, "my_password sounds like a secret, and would stay in the image"},
                   {4, "GITHUB_TOKEN sounds like a secret, and would stay in the image"},
                   {5, "apiKey sounds like a secret, and would stay in the image"},
                   {6, "NPM_SECRET sounds like a secret, and would stay in the image"},
                   {7, "DB_USERNAME sounds like a secret, and would stay in the image"},
                   {8, "MY_PRIVATE_DATA sounds like a secret, and would stay in the image"},
                   {9, "STRIPE_DEVICE_NAME sounds like a secret, and would stay in the image"},
                   {10, "VAULT_CLIENT_KEY sounds like a secret, and would stay in the image"}}},
        {.title = "several of one instruction",
         .dockerfile = "FROM a\nENV TZ=x VAULT_TOKEN=x \\\n DB_USERNAME=x A_SECRET=x\nARG GITHUB_TOKEN apiKey\n",
         .found = {{2, "VAULT_TOKEN sounds like a secret, and would stay in the image (2 more like it here)"},
                   {4, "GITHUB_TOKEN sounds like a secret, and would stay in the image (1 more like it here)"}}},
        {.title = "none",
         .dockerfile = "FROM a\nENV AWS_WEB_IDENTITY_TOKEN_FILE=/run/x PUBLIC_ACCESS_KEY=1 GOPRIVATE=x PASSENGER=1 "
                       "USER=x\nRUN x\n",
         .found = {}},
    });
