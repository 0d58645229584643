# What the set-up command says: progress on standard error, so that a command's own output stays clean.

say() { printf 'slipway: %s\n' "$*" >&2; }

# Ends with a message and its mend. Status 2: called wrongly; 1: it could not be done.
refuse() { say "$1"; exit 2; }
give_up() {
    say "$1"
    shift
    local line
    for line; do printf '         %s\n' "$line" >&2; done
    exit 1
}

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$EUID" -eq 0 ]; then
        "$@"
    else
        need_sudo
        sudo -- "$@"
    fi
}

need_sudo() {
    [ "$EUID" -ne 0 ] && [ "${SETUP_SUDO-}" != works ] || return 0
    command -v sudo >/dev/null || give_up "this needs root's rights, and there is no sudo." \
        "Install sudo and add yourself to it, or call packaging/dev as root."
    if ! sudo -n true 2>/dev/null; then
        has_terminal || give_up "this needs root's rights, and sudo would ask for a password, which can't be typed here." \
            "Call packaging/dev in a terminal, as root, or where sudo asks for no password."
        sudo -v || give_up "sudo refused." "Add yourself to the group sudo, or call packaging/dev as root."
    fi
    SETUP_SUDO=works
}

# sudo asks on the terminal itself, whatever standard input is.
has_terminal() { { : >/dev/tty; } 2>/dev/null; }

# How much is free, in MB, where a folder is or would be made.
free_megabytes() {
    local folder=$1
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    df -Pm "$folder" | awk 'NR == 2 { print $4 }'
}

need_space() {
    local folder=$1 megabytes=$2 what=$3 free
    free=$(free_megabytes "$folder")
    [ "$free" -ge "$megabytes" ] || give_up "$what needs about $megabytes MB, and there are $free MB free in $folder." \
        "Free some space${4-}, and call again."
}
