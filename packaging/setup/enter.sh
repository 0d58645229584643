# Starts commands where the packages are: on this system, or inside the build root as the caller.

# enter_exec FOLDER CMD…: becomes CMD in that folder, with the project's own programs found first.
enter_exec() {
    local folder=$1
    shift
    set_environment
    [ "$SETUP_WAY" = root ] || { cd "$folder"; exec "$@"; }
    prepare_entry "$folder"
    exec "${ENTRY[@]}" "$folder" "$@"
}

# enter CMD…: runs CMD in the project's folder and returns its status.
enter() {
    (
        enter_exec "$SETUP_TOP" "$@"
    )
}

# enter_install CMD…: runs CMD inside the build root as root, out of reach of this system's services.
enter_install() {
    ENTRY_MODE=install prepare_entry /
    as_root "${ENTRY[@]:$ENTRY_SUDO}" / "$@"
}

set_environment() {
    # The programs of the preset that was built last; release for the verbs that say so.
    local build=$SETUP_TOP/build first=release second=dev
    if [ "${SETUP_FIRST-}" != release ] && [ "$build/dev/.ninja_log" -nt "$build/release/.ninja_log" ]; then
        first=dev second=release
    fi
    PATH=$build/$first/bin:$build/$second/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin${SETUP_KEEP_PATH:+:$PATH}
    # Compiler and linker settings of this system mean nothing to the compiler that is used.
    unset LIBRARY_PATH LD_LIBRARY_PATH LD_PRELOAD CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH \
        CMAKE_PREFIX_PATH CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS QT_PLUGIN_PATH PYTHONHOME PYTHONPATH
    export PATH CCACHE_BASEDIR=$SETUP_TOP CCACHE_NOHASHDIR=1 LANG=${LANG:-C.UTF-8}
}

# sudo clears the environment and closes files, so it goes through a file that only the caller can read. Sets environment.
# Where sudo refuses, nobody takes the file away: the next call does.
write_environment() {
    local key mask old process
    for old in "${XDG_RUNTIME_DIR:-/tmp}"/slipway-environment.*; do
        process=${old##*/slipway-environment.}
        [ ! -O "$old" ] || [ -d "/proc/${process%%.*}" ] || rm -f "$old"
    done
    while read -r key mask; do
        [ "$key" != Umask: ] || break
    done </proc/self/status
    umask 077
    set -o noclobber
    until environment=${XDG_RUNTIME_DIR:-/tmp}/slipway-environment.$$.$SRANDOM; export -p >"$environment"; do
        [ -w "${environment%/*}" ] || give_up "the folder ${environment%/*} can't be written." "Set XDG_RUNTIME_DIR to one that can."
    done 2>/dev/null
    set +o noclobber
    umask "$mask"
}

# Sets ENTRY, the command that enters the root; what follows it is a folder and a command.
prepare_entry() {
    local folder=$1 user=0:0 environment='' path
    local -a sudo=()
    if [ "$EUID" -ne 0 ]; then
        sudo=(sudo --)
        # In a terminal sudo asks for itself what it has to ask; elsewhere it is tried before the first use.
        local note=$SETUP_CACHE/sudo-asks-nothing
        has_terminal || [ -e "$note" ] || { need_sudo; : >"$note"; }
        if [ "${ENTRY_MODE-}" != install ]; then
            local IFS=,
            user=$EUID:${GROUPS[0]}:${GROUPS[*]}
            IFS=$' \t\n'
            write_environment
        fi
    fi
    # Which of this system's folders the root has to show: each whole top-level folder that Debian leaves to people.
    local -A shown=()
    for path in "${HOME:-/root}" "$SETUP_TOP" "$folder" "$SETUP_CALLER" "$SETUP_CACHE" "${SLIPWAY_CORPUS-}" "${SETUP_SHOW-}"; do
        case $path in
            '' | / | /dev | /dev/* | /proc | /proc/* | /sys | /sys/* | /tmp | /tmp/* | /run | /run/*) ;;
            /usr/* | /var/* | /etc/* | /boot/* | /lib*/* | /bin/* | /sbin/*) shown[$path]=1 ;;
            /usr | /var | /etc | /boot | /lib* | /bin | /sbin) ;;
            /*) path=${path#/}; shown[/${path%%/*}]=1 ;;
        esac
    done
    ENTRY_SUDO=${#sudo[@]}
    ENTRY=("${sudo[@]}" unshare --mount --propagation private -- bash "$SETUP_TOP/packaging/setup/inner.sh"
        "${ENTRY_MODE:-work}" "$SETUP_ROOT" "$user" "$environment" "${!shown[@]}" --)
}
