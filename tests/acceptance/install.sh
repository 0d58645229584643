#!/usr/bin/env bash
# What `cmake --install` makes works from any place, without the folder it was built in: install.sh BUILD-FOLDER
set -eu
build=$1
source=${SLIPWAY_SOURCE:?}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

# What a debugger reads names the source folder, as it should.
strip=()
if grep -q '^CMAKE_BUILD_TYPE:STRING=Debug' "$build/CMakeCache.txt"; then strip=(--strip); fi
DESTDIR=$folder/staged cmake --install "$build" --prefix /opt/slipway "${strip[@]}" >"$folder/log" || fail "$(tail -n 5 "$folder/log")"
mv "$folder/staged/opt/slipway" "$folder/another place"
cd "$folder/another place"
for file in bin/slipway bin/slipway-desktop share/applications/org.slipway.Slipway.desktop \
    share/metainfo/org.slipway.Slipway.metainfo.xml share/icons/hicolor/scalable/apps/org.slipway.Slipway.svg \
    share/slipway/examples/my-first-image/Dockerfile; do
    [ -s "$file" ] || fail "$file is not installed"
done
# A sanitizer's reports name sources by their whole paths, so its programs have them. Of a path as short as "/slipway" it
# counts where a text begins with it or goes on as the source does: "lib/slipway" is another.
if ! grep -q '^SLIPWAY_SANITIZE:STRING=.' "$build/CMakeCache.txt"; then
    printf '%s\n' "$source"/*/ >"$folder/inside"
    { LC_ALL=C grep -rlP "(?<![\\w./-])\\Q$source\\E(?![\\w-])" bin lib* share
      grep -rlFf "$folder/inside" bin lib* share; } >"$folder/found" || true
    [ ! -s "$folder/found" ] || fail "the source folder's path is in $(sort -u "$folder/found" | tr '\n' ' ')"
fi
desktop-file-validate share/applications/*.desktop || fail "the desktop entry is not valid"
appstreamcli validate --no-net --override url-homepage-missing=info share/metainfo/*.xml >"$folder/log" || fail "$(cat "$folder/log")"

# No worker but the installed one can be found: nothing of the build is named, and PATH has the system's programs alone.
unset SLIPWAY_BINARIES
export PATH=/usr/sbin:/usr/bin:/sbin:/bin XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache
"$source/tests/fixtures/busybox-rootfs" "$folder/busybox.tar"
bin/slipway import "$folder/busybox.tar" base:1 >/dev/null
mkdir "$folder/project"
printf 'FROM base:1 AS first\nRUN echo made >/made\n' >"$folder/project/Dockerfile"
bin/slipway build --network=none "$folder/project" >"$folder/log" 2>&1 || fail "a RUN does not work: $(cat "$folder/log")"
LANGUAGE=de LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen timeout 60 bin/slipway-desktop --picture "$folder/picture.png" \
    "$folder/project" >"$folder/log" 2>&1 || fail "the desktop does not start: $(cat "$folder/log")"
[ -s "$folder/picture.png" ] || fail "the desktop drew nothing"
# A name that can't be: the client of registries is a library beside the programs, and it must be found for this answer.
said=$(bin/slipway pull 127.0.0.1:1/none:1 2>&1) && fail "a registry that isn't there gave an image"
[[ $said == *127.0.0.1:1* && $said != *"registry-client"* ]] || fail "the registry's client does not work: $said"
