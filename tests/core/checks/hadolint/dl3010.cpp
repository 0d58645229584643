#include "../cases.h"

static const Cases dl3010(
    "DL3010",
    {
        {.title = "copied, then unpacked",
         .dockerfile =
             "FROM a\nCOPY x/app.tar.gz /srv/\nCOPY b.txz y.zip /srv/other.txz\nRUN cd /srv && tar -zxf app.tar.gz\n"
             "RUN tar xf /srv/other.txz -C /srv && tar xf /srv/other.txz\n",
         .found = {{2, "app.tar.gz is unpacked in line 4: ADD unpacks an archive as it copies it"},
                   {3, "other.txz is unpacked in line 5: ADD unpacks an archive as it copies it"}}},
        {.title = "paths of Windows",
         .dockerfile = "FROM a\nCOPY build\\app.tgz \"C:\\srv\\app.tgz\"\nRUN tar --extract --file app.tgz\n",
         .found = {{2, "app.tgz is unpacked in line 3: ADD unpacks an archive as it copies it"}}},
        {.title = "called an archive in the image",
         .dockerfile = "FROM a\nCOPY build/out /srv/out.tar.gz\nRUN gzcat out.tar.gz | cpio -i\n",
         .found = {{2, "out.tar.gz is unpacked in line 3: ADD unpacks an archive as it copies it"}}},
        {.title = "in ONBUILD",
         .dockerfile = "FROM a\nONBUILD COPY more.tar /\nONBUILD RUN tar -xvf /more.tar\n",
         .found = {{2, "more.tar is unpacked in line 3: ADD unpacks an archive as it copies it"}}},
        {.title = "not unpacked, another file, out of a stage, elsewhere",
         .dockerfile =
             "FROM a AS one\nCOPY app.tar /\nRUN tar -cf app.tar /x && tar -tf app.tar && tar -xf other.tar\n"
             "RUN tar -fx app.tar\nFROM b\nCOPY --from=one app.tar /\nADD more.tar /\nRUN tar -xf app.tar && tar xf "
             "more.tar\n",
         .found = {}},
    });
