#include "../cases.h"

static const Cases dl3062(
    "DL3062",
    {
        {.title = "none, and the latest",
         .dockerfile = "FROM debian:13\nRUN go install -tags x x.org/a\nRUN go get -u b@latest\nRUN go run x.org/c -v "
                       "x@y\nRUN go install mytool\nRUN go get d@none\n",
         .found = {{2, "go install takes x.org/a in whatever version there is: name one, x.org/a@<version>"},
                   {3, "go get takes b in whatever version there is: name one, b@<version>"},
                   {4, "go run takes x.org/c in whatever version there is: name one, x.org/c@<version>"},
                   {5, "go install takes mytool in whatever version there is: name one, mytool@<version>"},
                   {6, "go get takes no version of d: name one, d@<version>"}}},
        {.title = "a version",
         .dockerfile = "FROM debian:13\nRUN go install x.org/a@v1 && go get b@upgrade c@patch && go run x.org/c@abc "
                       "d@latest\nRUN V=v1.2 && "
                       "go install x.org/a@${V} x.org/b@$(cat v)\nRUN go install std cmd/vet\n",
         .found = {}},
        {.title = "what is here",
         .dockerfile = "FROM debian:13\nRUN go install ./... && go run main.go && go install my/cmd && go run /x && go "
                       "build x.org/a && go get\n",
         .found = {}},
        {.title = "a variable that is known, and one that is not",
         .dockerfile = "FROM a\nARG P=\"x.org/a@v1\"\nRUN go install $P\nRUN go install \"$Q\"\n",
         .found =
             {{4,
               "go install takes what $Q stands for, whose versions nothing here tells: write <package>@<version>"}}},
    });
