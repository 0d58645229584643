# The verb run: opens the desktop, or without a display does the main job on the command line.

run_slipway() {
    local example=$SETUP_TOP/resources/examples/my-first-image folder
    [ $# -le 1 ] || refuse "run takes one folder: packaging/dev run [DIR]"
    folder=${1:-$example}
    [[ $folder == /* ]] || folder=$SETUP_CALLER/$folder
    [ -d "$folder" ] || refuse "there is no folder $folder"
    folder=$(cd -P -- "$folder" && pwd)
    SETUP_SHOW=$folder

    SETUP_FIRST=release
    need full build run
    compile release --target app/all
    [ "$folder" != "$example" ] || prepare_base ubuntu:20.04
    if has_display; then
        say "opening $folder"
        enter_exec "$SETUP_TOP" slipway-desktop "$folder"
    fi
    say "there is no display here, so the main job is done on the command line: build, timeline, comparison, picture"
    main_job "$folder"
}

has_display() {
    local number
    [ -z "${WAYLAND_DISPLAY-}" ] || return 0
    case ${DISPLAY-} in
        '') return 1 ;;
        # A server that died leaves its socket behind, so it is called.
        :*) number=${DISPLAY#:}
            ! enter python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])' \
                "/tmp/.X11-unix/X${number%%.*}" 2>/dev/null || return 0
            say "the display $DISPLAY does not answer"
            return 1 ;;
    esac
}

# Sees to it that the example's base is in the store: from its registry, or, where that can't be reached, made here.
prepare_base() {
    local name=$1 archive=$SETUP_CACHE/course-base.tar patience=900 why
    ! enter slipway images --format=json 2>/dev/null | grep -qE "\"name\": *\"([a-z./]+/)?$name\"" || return 0
    if [ -z "${https_proxy-}${HTTPS_PROXY-}${all_proxy-}" ]; then
        # A network that swallows packets says nothing for minutes.
        timeout 5 bash -c ': </dev/tcp/registry-1.docker.io/443' 2>/dev/null || patience=20
    fi
    say "fetching the example's base, $name"
    if why=$(enter timeout "$patience" slipway pull "$name" 2>&1 >/dev/null); then return 0; fi
    why=${why##*$'\n'}
    why=${why#slipway: }
    say "$name can't be fetched from its registry (${why:-no answer within $patience s}), so a base of that name is made from packages"
    if [ ! -s "$archive" ]; then
        # Package lists that are too old name files that are gone. The script reads them anew itself where it runs as root.
        enter packaging/base/course-base "$archive" || { [ "$EUID" -ne 0 ] && refresh_lists &&
            enter packaging/base/course-base "$archive"; } || give_up "the base could not be made." \
            "Mend what stands above (most often the network), and call again."
    fi
    enter slipway import "$archive" "$name" >/dev/null || give_up "the base could not be imported as $name."
}

refresh_lists() {
    say "reading the package lists anew"
    if [ "$SETUP_WAY" = root ]; then enter_install apt-get -q update; else as_root apt-get -q update; fi >/dev/null 2>&1
}

main_job() {
    local folder=$1 picture=$SETUP_TOP/build/slipway.png
    local -a targets
    enter slipway build --all --progress=json "$folder" | enter python3 packaging/setup/timeline.py ||
        give_up "the build failed; its last lines stand above."
    mapfile -t targets < <(enter slipway outline --format=json "$folder" | enter python3 -c \
        'import json, sys; print(*[s["name"] for s in json.load(sys.stdin)["stages"] if s["name"]], sep="\n")')
    if [ ${#targets[@]} -ge 2 ]; then
        printf '\nWhat %s has more than %s\n\n' "${targets[-1]}" "${targets[0]}"
        enter slipway compare --limit 12 "$folder#${targets[0]}" "$folder#${targets[-1]}"
    fi
    rm -f "$picture"
    say "drawing the desktop"
    # The offscreen platform mentions what it can't do, which is of no interest here.
    ( export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='default.warning=false'
      enter slipway-desktop --picture "$picture" "$folder" ) ||
        give_up "the picture of the desktop could not be drawn."
    [ -s "$picture" ] || give_up "the desktop drew no picture."
    printf '\nA picture of the desktop: %s\n' "$picture"
}
