#include "../cases.h"

static const Cases dl3004(
    "DL3004", {
                  {.title = "in front, and behind another",
                   .dockerfile = "FROM debian:13\nRUN sudo -E make\nRUN FOO=1 env sudo make && sudo true\n",
                   .found = {{2, "sudo behaves unpredictably in a build: use USER, or gosu when a container starts"},
                             {3, "sudo behaves unpredictably in a build: use USER, or gosu when a container starts"}}},
                  {.title = "its name alone",
                   .dockerfile = "FROM debian:13\nRUN apt-get install -y sudo && rm /etc/sudoers\n",
                   .found = {}},
                  {.title = "exec form",
                   .dockerfile = "FROM debian:13\nRUN [\"sudo\", \"make\"]\n",
                   .found = {{2, "sudo behaves unpredictably in a build: use USER, or gosu when a container starts"}}},
              });
