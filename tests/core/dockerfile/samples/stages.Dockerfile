# syntax=docker/dockerfile:1
# check=skip=JSONArgsRecommended

ARG VERSION=3.12
# base is what both stages stand on
FROM --platform=$BUILDPLATFORM python:${VERSION}-slim AS Base
WORKDIR /srv

FROM base AS build
COPY --chown=1000:1000 --link requirements.txt setup.py ./
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=wheels,target=/wheels \
    pip install \
      # from our own wheels first
      --find-links /wheels \

      -r requirements.txt

FROM scratch
COPY --from=build /srv /srv
COPY --from=0 /etc/passwd /etc/
ENV PATH=/srv/bin:$PATH NAME="with blank" OLD\ STYLE=x
ENV LEGACY some  value
LABEL org.example.title='A title' org.example.empty=
EXPOSE 80/tcp 8000-8010
VOLUME ["/data", "/more"]
HEALTHCHECK --interval=1m30s --retries=2 CMD ["check", "--fast"]
ONBUILD COPY . /srv
STOPSIGNAL SIGQUIT
USER app:app
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
ENTRYPOINT ["/srv/bin/run"]
CMD --port 80
