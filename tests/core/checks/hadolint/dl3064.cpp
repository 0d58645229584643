#include "../cases.h"

static const Cases dl3064("DL3064",
                          {
                              {.title = "secrets",
                               .dockerfile = "ARG AWS_ACCESS_KEY_ID\nFROM a\nENV my_password=x DB_HOST=y\nARG "
                                             "GITHUB_TOKEN apiKey\nONBUILD ARG NPM_SECRET\nENV DB_USERNAME=x "
                                             "MY_PRIVATE_DATA=x STRIPE_DEVICE_NAME=x VAULT_CLIENT_KEY=x\n",
                               .found = {{1, "AWS_ACCESS_KEY_ID sounds like a secret, and would stay in the image"},
                                         {3, "my_password sounds like a secret, and would stay in the image"},
                                         {4, "GITHUB_TOKEN sounds like a secret, and would stay in the image"},
                                         {4, "apiKey sounds like a secret, and would stay in the image"},
                                         {5, "NPM_SECRET sounds like a secret, and would stay in the image"},
                                         {6, "DB_USERNAME sounds like a secret, and would stay in the image"},
                                         {6, "MY_PRIVATE_DATA sounds like a secret, and would stay in the image"},
                                         {6, "STRIPE_DEVICE_NAME sounds like a secret, and would stay in the image"},
                                         {6, "VAULT_CLIENT_KEY sounds like a secret, and would stay in the image"}}},
                              {.title = "none",
                               .dockerfile = "FROM a\nENV AWS_WEB_IDENTITY_TOKEN_FILE=/run/x PUBLIC_ACCESS_KEY=1 "
                                             "GOPRIVATE=x PASSENGER=1 USER=x\nRUN x\n",
                               .found = {}},
                          });
