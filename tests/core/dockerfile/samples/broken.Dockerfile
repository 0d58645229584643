RUN before any stage
FORM debian
FROM debian AS 1st
FROM debian as
COPY only-one
COPY --form=x a b
RUN --mount=type=cach,target=/x true
RUN --mount=type=tmpfs,target=/x,mode=1777 true
ENV
ENV A
ENV A=1 B
LABEL =x
CMD ["a", 1]
SHELL /bin/bash -c
HEALTHCHECK --interval=1 CMD x
HEALTHCHECK NONE x
ONBUILD FROM x
ONBUILD ONBUILD RUN x
VOLUME [""]
WORKDIR
MAINTAINER --boo joe
EXPOSE
RUN []
ENTRYPOINT [ "unclosed"
