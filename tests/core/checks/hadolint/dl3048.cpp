#include "../cases.h"

static const Cases dl3048(
    "DL3048",
    {
        {.title = "names",
         .dockerfile = "FROM a\nLABEL com.docker.x=1 .a=1 a.=1 1a=1 a1=1 A=1 a_b=1 a..b=1 a--b=1\nONBUILD LABEL -a=1\n",
         .found = {{2, "Name of label .a: it begins with a lower-case letter, and ends with one or with a digit"},
                   {2, "Name of label 1a: it begins with a lower-case letter, and ends with one or with a digit"},
                   {2, "Name of label A: it begins with a lower-case letter, and ends with one or with a digit"},
                   {2, "Name of label a--b: no two dots or hyphens stand side by side"},
                   {2, "Name of label a..b: no two dots or hyphens stand side by side"},
                   {2, "Name of label a.: it begins with a lower-case letter, and ends with one or with a digit"},
                   {2, "Name of label a_b: it has lower-case letters, digits, dots and hyphens"},
                   {2, "Name of label com.docker.x: this namespace is Docker's own"},
                   {3, "Name of label -a: it begins with a lower-case letter, and ends with one or with a digit"}}},
        {.title = "good ones",
         .dockerfile = "FROM a\nLABEL a=1 \"org.example.two-words\"=1 x2y=1\nLABEL old form\n",
         .found = {}},
        {.title = "a variable that is declared",
         .dockerfile = "FROM a\nARG NAME\nLABEL org.$NAME=1\nLABEL org.$OTHER=1\n",
         .found =
             {{4, "Name of label org.$OTHER: it begins with a lower-case letter, and ends with one or with a digit"}}},
        {.title = "mended",
         .dockerfile = "FROM a\nLABEL My_Name=x \"b c\"=y com.docker.z=1\n",
         .found = {{2, "Name of label My_Name: it begins with a lower-case letter, and ends with one or with a digit"},
                   {2, "Name of label b c: it has lower-case letters, digits, dots and hyphens"},
                   {2, "Name of label com.docker.z: this namespace is Docker's own"}},
         .mended = "FROM a\nLABEL my-name=x \"b-c\"=y com.docker.z=1\n"},
    });
