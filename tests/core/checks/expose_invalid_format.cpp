#include "cases.h"

static const Cases exposeInvalidFormat(
    "ExposeInvalidFormat",
    {
        {.title = "addresses and mappings",
         .dockerfile = "FROM scratch\nEXPOSE 127.0.0.1:80:80 8080:80 90\n",
         .found = {{2,
                    "EXPOSE instruction should not define an IP address or host-port mapping, found '127.0.0.1:80:80'"},
                   {2, "EXPOSE instruction should not define an IP address or host-port mapping, found '8080:80'"}}},
        {.title = "colons with nothing before them", .dockerfile = "FROM scratch\nEXPOSE :80 ::81\n", .found = {}},
        {.title = "ports and ranges", .dockerfile = "FROM scratch\nEXPOSE 80 8000-8010/udp\n", .found = {}},
        {.title = "what variables hold",
         .dockerfile = "FROM scratch\nARG p=8080:80\nENV q=\"90 91:91\" r=1\nEXPOSE $p $q ${r:-a:b}\n",
         .found = {{4, "EXPOSE instruction should not define an IP address or host-port mapping, found '8080:80'"},
                   {4, "EXPOSE instruction should not define an IP address or host-port mapping, found '91:91'"}},
         .mended = "FROM scratch\nARG p=8080:80\nENV q=\"90 91:91\" r=1\nEXPOSE $p $q ${r:-a:b}\n"},
        {.title = "mended",
         .dockerfile = "FROM a\nEXPOSE 127.0.0.1:80:8080/tcp 5000:5000 a:b\n",
         .found = {{2,
                    "EXPOSE instruction should not define an IP address or host-port mapping, found "
                    "'127.0.0.1:80:8080/tcp'"},
                   {2, "EXPOSE instruction should not define an IP address or host-port mapping, found '5000:5000'"},
                   {2, "EXPOSE instruction should not define an IP address or host-port mapping, found 'a:b'"}},
         .mended = "FROM a\nEXPOSE 8080/tcp 5000 a:b\n"},
    });
