"""The Dockerfiles of equality.py: name, Dockerfile (@BASE@ is a busybox image), files of the context, options of build.

A file is text; (text, mode); {"link": target}; {"same as": name}, a hard link; {"socket": mode}; or {"tar": {…}}, an archive of the same,
where links may have a mode, too, and everything an owner behind it. A folder is a name that ends in "/", with its mode (in an archive after an empty text).
"""

CASES = [
    ("run_and_copy", """\
FROM @BASE@
RUN echo made > /made && mkdir -p /a/b && chmod 700 /a
COPY one two /copied/
COPY three .
""", {"one": "1\n", "two": ("2\n", 0o755), "three": "3\n"}),
    ("env_and_expansion", """\
FROM @BASE@
ARG VERSION=1.2
ENV HOME_DIR=/opt/${VERSION:-none} PLAIN=a\\ b QUOTED="c d" SINGLE='$VERSION'
ENV OLD style value
ENV AGAIN=${MISSING:-fall}${VERSION:+back} PATH=/extra:$PATH
WORKDIR $HOME_DIR
RUN echo "$QUOTED $PLAIN $SINGLE $VERSION" > seen
LABEL version=$VERSION "with space"="yes \\"quoted\\""
""", {}),
    ("copy_folder", """\
FROM @BASE@
COPY tree /tree
COPY tree/ /inside/
COPY tree/sub /etc/
""", {"tree/a": "a", "tree/sub/b": ("b", 0o600), "tree/sub/deep/c": "c", "tree/link": {"link": "sub/b"}, "tree/empty/": 0o750}),
    ("copy_socket", """\
FROM @BASE@
COPY d /d
COPY d/socket /single
RUN stat -c '%n %a %s %F' /d/* > /seen
""", {"d/a": "a", "d/socket": {"socket": 0o640}}),
    ("copy_globs", """\
FROM @BASE@
COPY *.txt /text/
COPY d?/x* /some/
COPY [ab].c /c/
""", {"a.txt": "a", "b.txt": "b", "no.md": "n", "d1/x1": "1", "d2/x2": "2", "d2/y": "y", "a.c": "", "b.c": "", "z.c": ""}),
    ("copy_globs_without_a_match", """\
FROM @BASE@
COPY sub/go.mod sub/go.sum* /sub/
COPY deep/*.none* /none/
COPY deep/er/a deep/* /deep/
RUN --mount=source=mounted/a,target=/a cat /a > /read
COPY mounted/none* a /mounted/
""", {"sub/go.mod": "module", "deep/er/a": "a", "mounted/a": "a", "a": "a"}),
    ("copy_rename_and_replace", """\
FROM @BASE@
COPY a /target
COPY b /target
COPY a /etc/passwd.copy
COPY b /new/deep/name
""", {"a": "first", "b": ("second, longer", 0o640)}),
    ("copy_chown_chmod", """\
FROM @BASE@
COPY --chown=app a /by-name
COPY --chown=12:34 a /by-number
COPY --chown=app: a /by-name-with-nothing
COPY --chown=12: a /by-number-with-nothing
COPY --chown=:34 a /by-group
COPY --chown=app:root --chmod=755 tree /tree/
COPY --chmod=0400 a /only/one
""", {"a": "a", "tree/x": "x", "tree/sub/y": ("y", 0o600)}),
    ("copy_through_links", """\
FROM @BASE@
RUN mkdir -p /real/dir && ln -s /real /alias && ln -s dir /real/also
COPY a /alias/one
COPY a /alias/also/
COPY a /alias/fresh/two
""", {"a": "a"}),
    ("dockerignore", """\
FROM @BASE@
COPY . /all/
""", {".dockerignore": "*.log\n**/cache\n!keep.log\nsub\n!sub/keep\n", "a.log": "1", "keep.log": "2", "b": "3",
      "x/cache/y": "4", "x/z": "5", "sub/keep": "6", "sub/drop": "7"}),
    ("workdir", """\
FROM @BASE@
WORKDIR /one
WORKDIR two
WORKDIR ../three
USER app
WORKDIR four
RUN pwd > /tmp/where && touch mine 2>/tmp/error || true
""", {}),
    ("user", """\
FROM @BASE@
USER app
RUN id > /tmp/id && echo $HOME > /tmp/home
COPY a /home/app/root-owned
USER 1234:4321
RUN id -u > /tmp/number && id -g >> /tmp/number
USER root
RUN id > /tmp/root-id
""", {"a": "a"}),
    ("config", """\
FROM @BASE@
LABEL a=1 b="two words" c=three
EXPOSE 80 443/tcp 53/udp 7000-7002
VOLUME /data /more
VOLUME ["/json data"]
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=5s --timeout=3s --start-period=1m --retries=2 CMD test -e /ok
ENTRYPOINT ["/bin/sh", "-c"]
CMD ["echo hello"]
""", {}),
    ("shell_forms", """\
FROM @BASE@
SHELL ["/bin/sh", "-e", "-c"]
RUN echo shell > /shell
CMD echo from the shell form $HOME
ENTRYPOINT exec top
""", {}),
    ("cmd_reset_by_entrypoint", """\
FROM @BASE@
CMD ["first"]
ENTRYPOINT ["entry"]
HEALTHCHECK NONE
MAINTAINER Somebody <some@body>
""", {}),
    ("exec_form_run", """\
FROM @BASE@
RUN ["/bin/busybox", "mkdir", "/exec form"]
RUN ["touch", "/exec form/$HOME"]
""", {}),
    ("heredocs", """\
FROM @BASE@
ARG NAME=world
RUN <<EOF
echo "hello $NAME" > /hello
mkdir -p /made/by/heredoc
EOF
RUN <<EOF cat > /piped
some text
EOF
RUN <<-EOS sh
\techo tabs > /tabs
EOS
COPY <<plain.txt <<"quoted.txt" /files/
value $NAME
plain.txt
value $NAME
quoted.txt
COPY --chmod=755 <<EOF /bin/script
#!/bin/sh
echo $NAME
EOF
""", {}),
    ("whiteouts", """\
FROM @BASE@
RUN mkdir -p /d/e /f && echo 1 > /d/e/one && echo 2 > /d/two && echo 3 > /f/three
RUN rm -r /d/e && rm /f/three
RUN rm -r /d && mkdir /d && echo new > /d/new
RUN mv /f /g && ln -s /g /f
""", {}),
    ("stages", """\
FROM @BASE@ AS build
RUN mkdir /out && echo built > /out/program && chmod 755 /out/program && ln -s program /out/link
FROM @BASE@ AS other
RUN echo other > /other
FROM build AS third
RUN echo more >> /out/program
FROM @BASE@
COPY --from=build /out /first/
COPY --from=third /out/program /second/
COPY --from=1 /other /third/
COPY --from=@BASE@ /etc/os-release /fourth
ENV LAST=yes
""", {}),
    ("stage_inherits_config", """\
FROM @BASE@ AS base
ENV A=1
ARG LOST=here
WORKDIR /work
USER app
LABEL from=base
CMD ["base"]
FROM base
RUN echo "$A ${LOST:-lost}" > /tmp/seen
ENV A=${A}2
LABEL more=yes
""", {}),
    ("scratch", """\
FROM scratch
COPY a /
COPY tree /tree
ENV X=1
""", {"a": ("a", 0o755), "tree/b": "b"}),
    ("global_args", """\
ARG TAG=x
ARG IMAGE=@BASE@
FROM ${IMAGE}
ARG TAG
ARG OWN=${TAG}y
RUN echo "$TAG $OWN" > /args
""", {}),
    ("build_args", """\
ARG GLOBAL=global
FROM @BASE@ AS first
ARG GIVEN=default
ARG BARE
ARG TWICE=1
ARG TWICE=2
ARG GLOBAL TARGETARCH
ARG NONE
ENV SEEN=$GIVEN-$BARE-$TWICE-$GLOBAL-$TARGETARCH-${NONE-unset}
RUN env | grep -e GIVEN -e BARE -e TWICE -e GLOBAL -e TARGETARCH -e NONE | sort > /env
FROM first
ARG BARE=own
RUN echo "$GIVEN $BARE $TWICE" > /second
""", {}, ["--build-arg=GIVEN=given", "--build-arg=BARE=bare one"]),
    ("add_archives", """\
FROM @BASE@
ADD a.tar /unpacked/
ADD b.tar.gz /unpacked/
ADD plain /plain
ADD --chown=app tree /tree
""", {"a.tar": {"tar": {"one": "1", "sub/two": ("2", 0o700)}}, "b.tar.gz": {"tar": {"three": "3"}}, "plain": "p", "tree/x": "x"}),
    ("modes_and_links", """\
FROM @BASE@
RUN echo s > /setuid && chmod 4755 /setuid && mkdir /sticky && chmod 1777 /sticky && echo g > /setgid && chmod 2755 /setgid
RUN echo h > /hard1 && ln /hard1 /hard2 && ln -s /nowhere /dangling && mkfifo /fifo
RUN chown -R app:app /sticky && chown app /hard1
RUN chmod 600 /setuid
""", {}),
    ("bind_and_cache_mounts", """\
FROM @BASE@ AS data
RUN mkdir /data && echo from-stage > /data/f
FROM @BASE@
RUN --mount=type=bind,target=/context cp /context/a /copied
RUN --mount=type=bind,from=data,source=/data,target=/mnt/data cp /mnt/data/f /from-data
RUN --mount=type=cache,target=/var/cache/x echo cached > /var/cache/x/f
RUN --mount=type=cache,target=/var/cache/x cat /var/cache/x/f > /seen
""", {"a": "a"}),
    ("onbuild_and_network", """\
FROM @BASE@ AS parent
ONBUILD RUN echo triggered > /triggered
ONBUILD COPY a /by-trigger
FROM parent
RUN --network=none echo quiet > /quiet
""", {"a": "a"}),
    ("escapes_and_comments", """\
# escape=`
# a comment
FROM @BASE@
RUN echo one && `
    # in between
    echo two > /two `
 && echo 'back\\slash' > /slash

ENV A=`$B C="x`"y"
""", {}),
    ("volume_written_later", """\
FROM @BASE@
RUN mkdir /data && echo before > /data/before
VOLUME /data
RUN echo after > /data/after
COPY a /data/copied
USER 1000
ENV HOME=/elsewhere
WORKDIR rel/$HOME
CMD cat $HOME
""", {"a": "a"}),
    ("line_ends_and_case", "from @BASE@ as One\r\nrun echo \\\r\n  one > /one\r\ncopy a \\\r\n  /copied/\r\nFrom one\r\nEnv A=1 \\\r\n  B=2\r\n",
     {"a": "a"}),
    ("copy_link", """\
FROM @BASE@ AS source
RUN mkdir -p /d/e && echo x > /d/e/f && chown -R 5:6 /d && chmod 711 /d/e
FROM @BASE@
RUN mkdir /real && ln -s real /alias
COPY --link a b /new/
COPY --link a /new/deep/down/a
COPY --link a /tmp/a
COPY --link a /
COPY --link --chown=12:34 --chmod=640 a /owned/deep/a
COPY --link --chown=12:34 tree/ /tmp/
COPY --link --chown=app tree /t/tree
COPY --link a /alias/a
COPY --link --from=source /d /n/d
WORKDIR /w
COPY --link a .
ADD --link x.tar /un/pack/
COPY --link <<END /here/doc
text
END
""", {"a": "a", "b": "b", "tree/x": "x", "tree/sub/y": "y", "tree/sub/": 0o711, "x.tar": {"tar": {"in/f": "f"}}}),
    ("layers_that_change_nothing", """\
FROM @BASE@
WORKDIR /tmp
WORKDIR /tmp/../opt//x/
WORKDIR y/.
RUN pwd > /where && true
WORKDIR //
COPY none* /none/
COPY empty /tmp
RUN true
""", {"empty/": 0o755}),
    ("root_needs_no_account", """\
FROM scratch
COPY --chown=root a /a
COPY --chown=5:root a /b
COPY --chown=root:root a /c
""", {"a": "a"}),
    ("hard_links", """\
FROM @BASE@ AS source
RUN mkdir /d && echo 1 > /d/a && ln /d/a /d/b && ln /d/a /o && echo 2 > /d/c
RUN ln /d/c /d/e
FROM @BASE@
COPY t /t
COPY t/a t/b /files/
COPY t/* /globbed/
COPY --chown=app --chmod=640 . /all/
COPY one two /replaced/
COPY --from=source /d /from/
COPY --from=source /d/a /o /single/
COPY --from=source /d/* /matched/
""", {"t/a": "one", "t/b": {"same as": "t/a"}, "t/z/c": {"same as": "t/a"}, "out": {"same as": "t/a"},
      "t/d/x": "below", "t/d.x": {"same as": "t/d/x"}, "t/left": "out", "t/taken": {"same as": "t/left"}, ".dockerignore": "t/left\n",
      "one/a": "first", "one/b": {"same as": "one/a"}, "one/c": {"same as": "one/a"}, "two/a": "second"}),
    ("archive_with_links", """\
FROM @BASE@
RUN mkdir -p /real /linked /images && ln -s /real /linked/d && echo b > /images/base && ln /images/base /images/other
ADD x.tar /u/
ADD --chown=1:2 --link x.tar /v/
ADD x.tar /linked/
ADD implied.tar /linked/
ADD outside.tar /images/
""", {"x.tar": {"tar": {"d/": ("", 0o711), "d/f": ("f", 0o640), "d/same": ({"same as": "d/f"}, 0o640), "before": ({"same as": "d/f"}, 0o640),
                        "s": ({"link": "d/f"}, 0o777), "d/odd": ({"link": "/nowhere"}, 0o700)}},
      "implied.tar": {"tar": {"e/f": "f", "g": {"same as": "e/f"}}},
      "outside.tar": {"tar": {"new": ({"same as": "base"}, 0o600)}}}),
    ("archive_whose_links_look_otherwise", """\
FROM @BASE@
RUN mkdir /images && echo b > /images/base && chmod 604 /images/base
ADD x.tar /u/
ADD --link x.tar /v/
ADD outside.tar /images/
ADD first.tar second.tar /both/
""", {"x.tar": {"tar": {"f": ("f", 0o640), "h": ({"same as": "f"}, 0o755, 20), "z": ("z", 0o600), "d/": ("", 0o755),
                        "d/b": ({"same as": "z"}, 0o4711, 30), "d/a": ({"same as": "z"}, 0o604, 40),
                        "s": ({"link": "f"}, 0o777), "t": ({"same as": "s"}, 0o700, 50)}},
      "outside.tar": {"tar": {"one": ({"same as": "base"}, 0o600, 20), "another": ({"same as": "base"}, 0o711, 30)}},
      "first.tar": {"tar": {"file": "file", "link": {"same as": "file"}}},
      "second.tar": {"tar": {"new": ({"same as": "link"}, 0o600, 20)}}}),
    ("archive_given_to_a_user", """\
FROM @BASE@
ADD --chown=1:2 --chmod=711 x.tar /un/pack/
ADD --chown=1:2 x.tar /tmp
""", {"x.tar": {"tar": {"in/f": "f", "top": ("t", 0o755)}}}),
    ("mounts_with_variables", """\
FROM @BASE@
ARG TYPE=cache
ARG TARGET=/c
RUN --mount=type=$TYPE,target=$TARGET,id=variables-${TYPE} echo hi > /c/x && cp /c/x /copied
ENV TYPE=tmpfs
""", {}),
    ("cache_mount_from", """\
FROM @BASE@ AS source
RUN mkdir -p /d/e && echo x > /d/e/f && chown -R 5:6 /d && chmod 711 /d/e
FROM @BASE@
RUN --mount=type=cache,target=/c,from=source,source=/d stat -c '%a %u:%g' /c /c/e > /first; cat /c/e/f >> /first; \
    echo new > /c/new; echo changed > /c/e/f; rm -f /c/none
RUN --mount=type=cache,target=/c,from=source,source=/d cat /c/e/f /c/new > /second
RUN --mount=type=cache,target=/c find /c > /third
RUN --mount=type=cache,target=/c,from=source,source=/d,mode=0700,uid=9,gid=8 stat -c '%a %u:%g' /c /c/new > /fourth
RUN --mount=type=cache,id=/c,target=/other,from=source,source=/d/e cat /other/f > /fifth
RUN --mount=type=cache,target=/c,from=source,source=/d,sharing=private find /c | sort > /sixth
""", {}),
]
