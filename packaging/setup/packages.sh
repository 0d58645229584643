# Which packages are needed, which of them are missing, and where they go: this system or a Debian 13 build root.
# Sets SETUP_WAY (system or root) and SETUP_ROOT (the build root's folder).

SETUP_CACHE=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/slipway
SETUP_ROOT=${SLIPWAY_BUILD_ROOT:-$SETUP_CACHE/root-trixie}
[[ $SETUP_ROOT == /* ]] || SETUP_ROOT=$SETUP_CALLER/$SETUP_ROOT

# need quick|full SECTION…: makes sure that the packages of these sections are there. Quick trusts what an earlier
# call wrote down and starts no process.
need() {
    local depth=$1
    shift
    read_wanted "$@"
    choose_way
    [ "$SETUP_WAY" = system ] || want_locales
    [ "$SETUP_WAY" = system ] || [ "$depth" = quick ] || need_mounts
    local known=
    name_record
    if [ -r "$SETUP_RECORD" ] && { [ "$SETUP_WAY" = system ] || [ -x "$SETUP_ROOT/usr/bin/dpkg" ]; }; then
        IFS= read -rd '' known <"$SETUP_RECORD" || :
    fi
    if [ "$depth" = quick ] || [ "$SETUP_WAY" = root ]; then
        local package
        for package in "${WANTED[@]}"; do
            [[ $'\n'$known$'\n' == *$'\n'"$package"$'\n'* ]] || { known=; break; }
        done
        [ -z "$known" ] || return 0
    fi
    . "$SETUP_TOP/packaging/setup/install.sh"
    install_missing
}

# A build root is entered through mounts, which many containers are not allowed.
need_mounts() {
    need_sudo
    as_root unshare --mount --propagation private true 2>/dev/null || give_up \
        "a build root can't be entered here: that needs CAP_SYS_ADMIN, which this container or user doesn't have." \
        "Start the container with --privileged, or use a virtual machine."
}

# The caller's locale, which a build root has to be given; in the lists it goes as "locale:NAME".
want_locales() {
    local name
    for name in "${LC_ALL-}" "${LC_MESSAGES-}" "${LANG-}"; do
        case $name in '' | C | C.* | POSIX | *[^A-Za-z0-9_.@-]*) ;; *) WANTED+=("locale:$name") ;; esac
    done
}

# Fills WANTED with the names, and ALTERNATIVE[name] with what will do instead.
declare -a WANTED
declare -A ALTERNATIVE
read_wanted() {
    local name instead section=
    WANTED=()
    while read -r name instead; do
        case $name in
            '' | '#'*) ;;
            '['*) section=${name//[\[\]]/} ;;
            *)  [[ " $* " == *" $section "* ]] || continue
                WANTED+=("$name")
                [ -z "$instead" ] || ALTERNATIVE[$name]=$instead ;;
        esac
    done <"$SETUP_TOP/packaging/packages.txt"
}

# The list of what is known to be installed: it stands beside a build root, and speaks of that one only.
name_record() {
    if [ "$SETUP_WAY" = root ]; then SETUP_RECORD=$SETUP_ROOT.packages; else SETUP_RECORD=$SETUP_CACHE/system.packages; fi
}

choose_way() {
    SETUP_WAY=${SLIPWAY_USE-}
    case $SETUP_WAY in
        system | root) return ;;
        '') ;;
        *) refuse "SLIPWAY_USE is 'system' or 'root', not '$SETUP_WAY'" ;;
    esac
    local line ID='' VERSION_ID='' PRETTY_NAME=''
    while read -r line; do
        case $line in
            ID=* | VERSION_ID=* | PRETTY_NAME=*)
                line=${line//\"/}
                printf -v "${line%%=*}" %s "${line#*=}" ;;
        esac
    done </etc/os-release
    SETUP_SYSTEM=${PRETTY_NAME:-this system}
    if [ "$ID" = debian ]; then
        # Testing has no number, and all of it.
        if [ "${VERSION_ID:-99}" -ge 13 ]; then SETUP_WAY=system; else SETUP_WAY=root; fi
        return
    fi
    # Another system: what apt knows there decides, once.
    local note=$SETUP_CACHE/way known=
    [ ! -r "$note" ] || known=$(<"$note")
    case $known in
        "$SETUP_SYSTEM=system") SETUP_WAY=system ;;
        "$SETUP_SYSTEM=root") SETUP_WAY=root ;;
        *)  SETUP_WAY=root
            if apt_knows_all; then SETUP_WAY=system; fi
            mkdir -p "$SETUP_CACHE"
            printf '%s' "$SETUP_SYSTEM=$SETUP_WAY" >"$note" ;;
    esac
}

apt_knows_all() {
    command -v apt-cache >/dev/null || return 1
    local version all known
    version=$(apt-cache policy libkf6texteditor-dev 2>/dev/null | awk '/Candidate:/ { print $2 }')
    [ -n "$version" ] && [ "$version" != '(none)' ] && dpkg --compare-versions "$version" ge 6.13 || return 1
    all=$(awk '/^[a-z]/ { print $1 }' "$SETUP_TOP/packaging/packages.txt" | sort -u)
    # shellcheck disable=SC2086
    known=$(apt-cache --no-generate pkgnames 2>/dev/null | sort -u | comm -12 - <(printf '%s\n' $all))
    [ "$known" = "$all" ]
}
