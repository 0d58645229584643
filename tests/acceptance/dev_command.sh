#!/usr/bin/env bash
# What a user relies on in packaging/dev, as far as it can be tried without installing anything.
set -u
source=${SLIPWAY_SOURCE:-$(cd "${0%/*}/../.." && pwd)}
dev=$source/packaging/dev
failures=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CACHE_HOME=$folder/cache SLIPWAY_USE=system

expect() {
    local title=$1 wanted=$2 status=$3
    shift 3
    local output got=0
    output=$("$@" 2>&1 </dev/null) || got=$?
    if [ $got -ne "$status" ] || [[ $output != *"$wanted"* ]]; then
        printf 'FAILED: %s\n  status %s, wanted %s; output, wanted "%s":\n%s\n' "$title" $got "$status" "$wanted" "$output"
        failures=$((failures + 1))
    else
        printf 'ok: %s\n' "$title"
    fi
}

expect "without a verb it tells how it is used" "packaging/dev run [DIR]" 2 "$dev"
expect "help goes to standard output" "packaging/dev exec CMD" 0 "$dev" help
expect "an unknown verb is named" "there is no 'biuld'" 2 "$dev" biuld
expect "an unknown preset is named" "there is no preset 'deb'" 2 "$dev" test deb
expect "exec wants a command" "exec needs a command" 2 "$dev" exec
expect "run names a folder that is missing" "there is no folder" 2 "$dev" run "$folder/missing"
expect "SLIPWAY_USE is checked" "not 'chroot'" 2 env SLIPWAY_USE=chroot "$dev" exec true
expect "a build root can't be made without space" "MB free" 1 \
    env SLIPWAY_USE=root XDG_CACHE_HOME="$folder/small" bash -c '
        [ $EUID -eq 0 ] || { echo "MB free (not tried: only root can make a small disk)"; exit 1; }
        mkdir -p "$XDG_CACHE_HOME"; exec unshare --mount bash -c "mount -t tmpfs -o size=50M none \"\$XDG_CACHE_HOME\" && \"\$0\" exec true" "$0"' "$dev"

expect "a folder that is no build root is left alone" "holds no build root" 1 \
    env SLIPWAY_USE=root SLIPWAY_BUILD_ROOT="$source/tests" "$dev" exec true
if [ $EUID -eq 0 ]; then
    expect "a container without the right to mount is told so at once" "needs CAP_SYS_ADMIN" 1 \
        env SLIPWAY_USE=root setpriv --bounding-set -sys_admin "$dev" build
    expect "making a build root tells how far it is" $'slipway: build root: running apt-get update...\nReading' 1 \
        env SLIPWAY_USE=root http_proxy= SLIPWAY_MIRROR=http://127.0.0.1:9/debian unshare --net "$dev" exec true
    expect "a mirror that can't be reached is told so, with the mend" "The package mirror can't be reached. Check the network" 1 \
        env SLIPWAY_USE=root http_proxy= SLIPWAY_MIRROR=http://127.0.0.1:9/debian unshare --net "$dev" exec true
    [ -z "$(find "$XDG_CACHE_HOME" -name '*.new')" ] || { echo "FAILED: half a build root is left"; failures=$((failures + 1)); }
    expect "a user without root's rights is told so" "this needs root's rights" 1 \
        "$source/tests/fixtures/as-user" env SLIPWAY_USE=root XDG_CACHE_HOME=/tmp/slipway-none.$$ setsid "$dev" build
    # A process that has ended, one that runs.
    touch "$folder/slipway-environment.$(bash -c 'echo $$').1" "$folder/slipway-environment.$$.1"
    (
        XDG_RUNTIME_DIR=$folder
        . "$source/packaging/setup/enter.sh"
        write_environment
        rm "$environment"
    )
    [ "$(cd "$folder" && echo slipway-environment.*)" = slipway-environment.$$.1 ] || {
        echo "FAILED: a call that sudo refused has left the caller's environment"
        failures=$((failures + 1))
    }
fi

made_meanwhile() {
    # Held by a process that lives: in a container /proc/locks tells of no other.
    coproc holder { exec flock --close "$folder" cat; }
    while flock --nonblock "$folder" true; do sleep 0.05; done
    "$source/packaging/base/course-base" "$folder/base.tar" &
    local maker=$!
    until grep -qE -- "-> FLOCK.*:$(stat -c %i "$folder") " /proc/locks; do kill -0 $maker || return 1; done
    echo made >"$folder/base.tar"
    exec {holder[1]}>&-
    wait $maker && cat "$folder/base.tar"
}
expect "the base that another call makes is waited for" made 0 made_meanwhile

# From here on every package counts as installed, as after a first call.
mkdir -p "$XDG_CACHE_HOME/slipway"
awk '/^[a-z]/ { print $1 }' "$source/packaging/packages.txt" >"$XDG_CACHE_HOME/slipway/system.packages"
mkdir "$folder/a folder"
cd "$folder/a folder" || exit 1
expect "exec runs in the caller's folder" "$folder/a folder" 0 "$dev" exec pwd
expect "exec keeps arguments whole" "<a b><*><>" 0 "$dev" exec printf '<%s>' "a b" '*' ''
expect "exec gives the command's status" "" 7 "$dev" exec sh -c 'exit 7'
expect "exec drops settings for another compiler" "none" 0 env LIBRARY_PATH=/x "$dev" exec sh -c 'echo ${LIBRARY_PATH-none}'
[ $failures -eq 0 ] || exit 1
