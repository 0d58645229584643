#include "../cases.h"

static const Cases dl3048(
    "DL3048",
    {
        {.title = "names",
         .dockerfile = "FROM a\nLABEL .a=1\nLABEL 1a=1 a1=1\nLABEL A=1\nLABEL a--b=1\nLABEL a..b=1\nLABEL a.=1\nLABEL "
                       "a_b=1\nLABEL com.docker.x=1\nONBUILD LABEL -a=1\n",
         .found = {{2, "Name of label .a: it begins with a lower-case letter, and ends with one or with a digit"},
                   {3, "Name of label 1a: it begins with a lower-case letter, and ends with one or with a digit"},
                   {4, "Name of label A: it begins with a lower-case letter, and ends with one or with a digit"},
                   {5, "Name of label a--b: no two dots or hyphens stand side by side"},
                   {6, "Name of label a..b: no two dots or hyphens stand side by side"},
                   {7, "Name of label a.: it begins with a lower-case letter, and ends with one or with a digit"},
                   {8, "Name of label a_b: it has lower-case letters, digits, dots and hyphens"},
                   {9, "Name of label com.docker.x: this namespace is Docker's own"},
                   {10, "Name of label -a: it begins with a lower-case letter, and ends with one or with a digit"}}},
        {.title = "several of one instruction",
         .dockerfile = "FROM a\nLABEL com.docker.x=1 a=1 \\\n .a=1 \\\n a..b=1\nONBUILD LABEL -a=1 b=1 -c=1\n",
         .found = {{2, "Name of label com.docker.x: this namespace is Docker's own (2 more like it here)"},
                   {5,
                    "Name of label -a: it begins with a lower-case letter, and ends with one or with a digit (1 more "
                    "like it here)"}}},
        {.title = "good ones",
         .dockerfile = "FROM a\nLABEL a=1 \"org.example.two-words\"=1 x2y=1\nLABEL old form\n",
         .found = {}},
        {.title = "a variable that is declared",
         .dockerfile = "FROM a\nARG NAME\nLABEL org.$NAME=1\nLABEL org.$OTHER=1\n",
         .found =
             {{4, "Name of label org.$OTHER: it begins with a lower-case letter, and ends with one or with a digit"}}},
        {.title = "mended",
         .dockerfile = "FROM a\nLABEL My_Name=x \"b c\"=y com.docker.z=1\n",
         .found = {{2,
                    "Name of label My_Name: it begins with a lower-case letter, and ends with one or with a digit (2 "
                    "more like it here)"}},
         .mended = "FROM a\nLABEL my-name=x \"b-c\"=y com.docker.z=1\n"},
        {.title = "mended, but for what a build is to know",
         .dockerfile = "FROM a\nARG N\nLABEL com.docker.z=1 a=x X_$N=2 B=y\nONBUILD LABEL C_D=z E=1\n",
         .found = {{3, "Name of label com.docker.z: this namespace is Docker's own (1 more like it here)"},
                   {4,
                    "Name of label C_D: it begins with a lower-case letter, and ends with one or with a digit (1 more "
                    "like it here)"}},
         .mended = "FROM a\nARG N\nLABEL com.docker.z=1 a=x X_$N=2 b=y\nONBUILD LABEL c-d=z e=1\n"},
    });
