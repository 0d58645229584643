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
                  {.title = "mended where root runs it",
                   .dockerfile = "FROM debian:13\nRUN sudo apt-get update && x | sudo tee y\nRUN sudo -u me z\nUSER "
                                 "me\nRUN sudo a\nUSER root\nRUN sudo b\n",
                   .found = {{2, "sudo behaves unpredictably in a build: use USER, or gosu when a container starts"},
                             {3, "sudo behaves unpredictably in a build: use USER, or gosu when a container starts"},
                             {5, "sudo behaves unpredictably in a build: use USER, or gosu when a container starts"},
                             {7, "sudo behaves unpredictably in a build: use USER, or gosu when a container starts"}},
                   .mended = "FROM debian:13\nRUN apt-get update && x | tee y\nRUN sudo -u me z\nUSER me\nRUN sudo "
                             "a\nUSER root\nRUN b\n"},
              });
