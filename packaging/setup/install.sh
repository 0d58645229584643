# Installs the packages that WANTED names and that are missing: into this system, or into a build root which it makes
# first. Sourced by packages.sh when there is something to do.

SETUP_LOG=$SETUP_CACHE/setup.log

# How sudo, which clears the environment, is told of a proxy.
PROXIES=()
for name in http_proxy https_proxy no_proxy; do
    [ -z "${!name-}" ] || PROXIES+=("$name=${!name}")
done

install_missing() {
    local elsewhere=", or choose another place with SLIPWAY_BUILD_ROOT=DIR"
    mkdir -p "$SETUP_CACHE" || give_up "the cache folder $SETUP_CACHE can't be made." "Choose another with XDG_CACHE_HOME."
    # One set-up at a time; another call waits for this one and then finds everything done.
    exec 8>"$SETUP_CACHE/setup.lock"
    if ! flock -n 8; then
        say "another call is setting up; waiting for it"
        flock 8
    fi
    if [ "$SETUP_WAY" = root ]; then
        [ -x "$SETUP_ROOT/usr/bin/dpkg" ] || need_space "$SETUP_ROOT" 4500 "the build root" "$elsewhere"
        install_tools
        [ -x "$SETUP_ROOT/usr/bin/dpkg" ] || { rm -f "$SETUP_RECORD"; make_root; }
    fi
    find_missing
    if [ ${#MISSING[@]} -gt 0 ]; then
        if [ "$SETUP_WAY" = root ]; then
            say "installing into the build root $SETUP_ROOT: ${MISSING[*]}"
            need_space "$SETUP_ROOT" $((${#MISSING[@]} > 20 ? 3500 : 700)) "installing these packages" "$elsewhere"
        else
            say "installing on this system (${SETUP_SYSTEM:-Debian}): ${MISSING[*]}"
            need_space / $((${#MISSING[@]} > 20 ? 3500 : 700)) "installing these packages"
        fi
        apt_install "$SETUP_WAY" "${MISSING[@]}"
        find_missing
        [ ${#MISSING[@]} -eq 0 ] || give_up "still missing: ${MISSING[*]}." "See $SETUP_LOG, and call again."
        [ "$SETUP_WAY" = root ] || mention_services
    fi
    [ "$SETUP_WAY" = system ] || make_locales
    write_record
    exec 8>&-
}

make_locales() {
    local entry name
    for entry in "${WANTED[@]}"; do
        name=${entry#locale:}
        [ "$name" != "$entry" ] && ! grep -qsx "$entry" "$SETUP_RECORD" || continue
        say "making the locale $name in the build root"
        enter_install localedef -i "${name%%.*}" -f UTF-8 "$name" >"$SETUP_LOG" 2>&1 ||
            say "the locale $name is not known there; programs in it will speak English"
    done
}

write_record() {
    local new=$SETUP_RECORD.new
    mkdir -p "$(dirname "$SETUP_RECORD")"
    { [ ! -r "$SETUP_RECORD" ] || cat "$SETUP_RECORD"; printf '%s\n' "${WANTED[@]}"; } | sort -u >"$new"
    mv "$new" "$SETUP_RECORD"
}

# Debian starts the services of what it installs.
mention_services() {
    [ -d /run/systemd/system ] || return 0
    local unit
    for unit in docker.service docker-registry.service; do
        if systemctl is-active --quiet "$unit" 2>/dev/null; then
            say "Debian has started $unit; Slipway needs it not running (sudo systemctl disable --now $unit)"
        fi
    done
}

# Fills MISSING with those of WANTED that aren't installed.
find_missing() {
    local state package
    local -A installed=()
    local -a dpkg=(dpkg-query)
    [ "$SETUP_WAY" = system ] || dpkg+=("--admindir=$SETUP_ROOT/var/lib/dpkg")
    while read -r state package; do
        [ "$state" != installed ] || installed[$package]=1
    done < <("${dpkg[@]}" -W -f '${db:Status-Status} ${Package}\n')
    MISSING=()
    for package in "${WANTED[@]}"; do
        [ -z "${installed[$package]-}" ] && [[ $package != locale:* ]] || continue
        if [ "$SETUP_WAY" = system ] && [ -n "${ALTERNATIVE[$package]-}" ]; then
            command -v "${ALTERNATIVE[$package]}" >/dev/null && continue
        fi
        MISSING+=("$package")
    done
}

# What a system that can't be used itself needs in order to make and enter a build root.
install_tools() {
    local -a tools=()
    command -v mmdebstrap >/dev/null || tools+=(mmdebstrap)
    command -v unshare >/dev/null && command -v setpriv >/dev/null || tools+=(util-linux)
    command -v flock >/dev/null || tools+=(util-linux)
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || tools+=(debian-archive-keyring)
    [ ${#tools[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || give_up "this system has no apt-get to install ${tools[*]} with." \
        "Install ${tools[*]} by its own means, and call again."
    say "installing on this system: ${tools[*]}"
    apt_install system "${tools[@]}"
}

# The bare build root: made beside its final name and renamed when whole; its packages come after that, one apt call
# that goes on where an earlier one stopped.
make_root() {
    # Nothing of anybody's is ever removed here.
    [ ! -d "$SETUP_ROOT" ] || rmdir "$SETUP_ROOT" 2>/dev/null || give_up "the folder $SETUP_ROOT holds no build root." \
        "Choose another with SLIPWAY_BUILD_ROOT=DIR, or remove that one."
    need_sudo
    local new=$SETUP_ROOT.new
    local -a mirror=()
    find_mirror
    say "making a Debian 13 build root, $SETUP_ROOT (2 to 3 GB in the end, some minutes in all)"
    local -a options=(--variant=minbase "--include=ca-certificates,locales")
    local proxy
    while read -r proxy; do
        [ -z "$proxy" ] || options+=("--aptopt=$proxy")
    done < <(apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https)::Proxy ' || true)
    # One process does it all as root, under a lock: what a killed call left behind goes on to its end, and is waited for.
    # The root is never booted, so no package starts a service in it; and it is made again rather than repaired.
    local script='trap "exit 130" INT
        new=$1 root=$2; shift 2
        exec 9>"$root.lock"
        flock -n 9 || { echo "I: waiting for another call, which is making it"; flock 9; }
        [ ! -x "$root/usr/bin/dpkg" ] || exit 0
        rm -rf --one-file-system "$new"
        # It hands a file descriptor to a shell that knows those of one digit alone, and so needs them free.
        mmdebstrap "$@" 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- || { rm -rf --one-file-system "$new"; exit 1; }
        cd "$new" && printf "#!/bin/sh\nexit 101\n" >usr/sbin/policy-rc.d && chmod 755 usr/sbin/policy-rc.d &&
            echo force-unsafe-io >etc/dpkg/dpkg.cfg.d/slipway && mv "$new" "$root"'
    watched show_root_progress as_root env TMPDIR=/tmp "${PROXIES[@]}" sh -c "$script" sh "$new" "$SETUP_ROOT" \
        "${options[@]}" trixie "$new" "${mirror[@]}" || {
        grep -vE '^I: ' "$SETUP_LOG" | tail -n 6 >&2 || true
        explain_apt_failure " (http_proxy, SLIPWAY_MIRROR=URL)" "the build root could not be made"
    }
}

# watched SHOW CMD…: runs CMD with its output in the log, and beside it SHOW, which tells from the log how far it is.
# CMD stays in the foreground, where an interrupt reaches it, and doesn't get the lock: where there is no systemd, a
# service that Debian starts would keep it.
watched() {
    local show=$1 status=0 watcher
    shift
    : >"$SETUP_LOG"
    "$show" &
    watcher=$!
    # Under sudo the interrupt reaches the command alone, which then ends with this status.
    trap status=130 INT
    "$@" >"$SETUP_LOG" 2>&1 8>&- || [ $status -eq 130 ] || status=$?
    trap - INT
    kill "$watcher" 2>/dev/null || :
    wait "$watcher" 2>/dev/null || :
    [ ! -t 2 ] || printf '\r\033[K' >&2
    [ $status -ne 130 ] || { say "interrupted; another call goes on where this one stopped"; exit 130; }
    return $status
}

# Repeats what mmdebstrap says that it does.
show_root_progress() {
    local -a lines
    local shown=0 ended="" last=""
    trap 'ended=yes' TERM  # then it looks once more: what was said last may be what tells
    while [ -z "$last" ] && kill -0 $$ 2>/dev/null; do
        sleep 0.5
        last=$ended
        mapfile -t lines < <(sed -nE 's/^I: ((running|downloading|extracting|installing|waiting) .*)/\1/p' "$SETUP_LOG")
        while [ $shown -lt ${#lines[@]} ]; do
            printf 'slipway: build root: %s\n' "${lines[shown]}" >&2
            shown=$((shown + 1))
        done
    done
}

# The mirror to use: the one named, else the one that this Debian uses, else mmdebstrap's own choice.
find_mirror() {
    local url=${SLIPWAY_MIRROR-}
    if [ -z "$url" ] && grep -qs '^ID=debian' /etc/os-release; then
        url=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
            grep -oE '^(deb |URIs:) *(\[[^]]*\] *)?https?://[^ ]+/debian/?( |$)' | grep -oE 'https?://[^ ]+' | head -n 1) || true
        case ${url%/} in http*://deb.debian.org/debian) url= ;; esac
    fi
    [ -z "$url" ] || mirror=("deb $url trixie main")
}

# apt_install system|root PACKAGE…: says how far it is; never removes anything.
apt_install() {
    local where=$1
    shift
    need_sudo
    local script='trap "exit 130" INT
        export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 TMPDIR=/tmp
        # What was interrupted first; another package manager at work, perhaps one that a killed call left, is waited for.
        seconds=0
        until said=$(dpkg --configure -a 2>&1); do
            case $said in *" lock "*) ;; *) echo "$said"; exit 1 ;; esac
            [ $seconds -lt 900 ] || { echo "$said"; exit 1; }
            [ $seconds -gt 0 ] || echo "W: waiting for another package manager"
            seconds=$((seconds + 1)); sleep 1
        done
        install="apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 --no-remove --no-install-recommends"
        hasty="-o Acquire::Retries=1 -o Acquire::http::Timeout=15 -o Acquire::https::Timeout=15"
        echo "W: reading the package lists"
        if ! apt-get -q $hasty -o APT::Update::Error-Mode=any update; then
            echo "W: some package lists could not be read again; going on with those at hand"
            # Without a network each of hundreds of packages would be tried in vain: the smallest one tells.
            uri=$($install --print-uris install "$@" | sort -n -k 3 | sed -n "s/^.\([a-z]*:[^ ]*\). .*/\1/p" | head -n 1)
            if [ -n "$uri" ]; then
                file=$(mktemp); status=0
                /usr/lib/apt/apt-helper $hasty download-file "$uri" "$file" || status=1
                rm -f "$file"
                [ $status -eq 0 ] || exit 1
            fi
        fi
        # A container is thrown away rather than repaired; elsewhere dpkg keeps its care.
        [ -d /run/systemd/system ] || set -- -o DPkg::Options::=--force-unsafe-io "$@"
        $install install "$@" || exit
        [ "$0" = system ] || apt-get clean'
    local -a way=(as_root)
    [ "$where" = system ] || way=(enter_install)
    watched show_apt_progress "${way[@]}" env "${PROXIES[@]}" sh -c "$script" "$where" "$@" || {
        grep -E '^(E|W|Err)[: ]|dpkg: error|No space' "$SETUP_LOG" | grep -v '^W: reading' | tail -n 8 >&2 || true
        explain_apt_failure " (http_proxy, and the sources in /etc/apt)" "apt-get could not install everything"
    }
}

# Reads apt's log while it runs: downloaded, unpacked, set up, of how many.
show_apt_progress() {
    local total=0 got=0 unpacked=0 ready=0 last=-10 stride=10 percent end=$'\n' waiting=0 waits reading=0 reads
    [ ! -t 2 ] || { end=$'\r' stride=1; }
    while kill -0 $$ 2>/dev/null; do
        sleep 0.5
        read -r total got unpacked ready waits reads < <(awk '
            /newly installed/ { total = $1 + $3; got = unpacked = ready = 0 } /^Get:/ { got++ } /^Unpacking / { unpacked++ } /^Setting up / { ready++ }
            /^W: waiting for another/ { waits = 1 }
            /^W: reading/ { reads = 1 }
            END { print total + 0, got + 0, unpacked + 0, ready + 0, waits + 0, reads + 0 }' "$SETUP_LOG")
        [ "$waits" = "$waiting" ] || { waiting=$waits; say "another package manager is at work; waiting for it"; }
        [ "$reads" = "$reading" ] || { reading=$reads; say "reading the package lists"; }
        [ "$total" -gt 0 ] || continue
        percent=$(((got < total ? got : total) * 20 / total + unpacked * 40 / total + ready * 40 / total))
        if [ "$percent" -ge $((last + stride)) ]; then
            last=$percent
            printf 'slipway: %3d %%  %d packages: %d unpacked, %d set up%s' "$percent" "$total" "$unpacked" "$ready" "$end" >&2
        fi
    done
}

# explain_apt_failure WHERE-TO-LOOK WHAT: gives up, with the mend that the log calls for.
explain_apt_failure() {
    local mend="Read $SETUP_LOG, mend it, and call again: it goes on where it stopped."
    if grep -qiE 'No space left|enough free space' "$SETUP_LOG"; then
        mend="The disk is full. Free some space and call again: it goes on where it stopped."
    elif grep -qiE 'resolving|resolve host|Could not connect|Connection (refused|timed out|failed)|Connection.*reset|unreachable|Failed to fetch|Unable to connect' "$SETUP_LOG"; then
        mend="The package mirror can't be reached. Check the network$1, and call again: it goes on where it stopped."
    elif grep -qiE 'Unable to locate package|has no installation candidate' "$SETUP_LOG"; then
        mend="This system's package sources (/etc/apt) don't have it: on Debian 12 and 13 'main' does. Mend them, and call again."
    fi
    give_up "$2." "$mend"
}
