# syntax=docker/dockerfile:1
ARG GO=1.22
ARG TARGETARCH
FROM --platform=$BUILDPLATFORM golang:${GO}-alpine AS build
WORKDIR /src
ARG VERSION=dev
ENV CGO_ENABLED=0 \
    NAME="a tool"
COPY go.* ./
RUN --mount=type=cache,target=/root/.cache go mod download
COPY --exclude=*.md . .
RUN --mount=type=bind,source=tools,target=/tools --network=none <<EOF
go build -ldflags "-X main.version=$VERSION" -o /out/tool
strip /out/tool
EOF

FROM scratch AS tiny
COPY --from=build --chmod=755 /out/tool /tool
LABEL org.opencontainers.image.version=$VERSION
EXPOSE 8080-8081 9000/udp
ENTRYPOINT ["/tool"]

FROM alpine
WORKDIR /
COPY --from=tiny --link /tool /usr/bin/
COPY <<conf <<"raw" /etc/tool/
path=$PATH
conf
path=$PATH
raw
HEALTHCHECK --interval=30s --timeout=3s CMD tool ping || exit 1
VOLUME /data
STOPSIGNAL SIGINT
