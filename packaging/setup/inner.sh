# Runs as root in a mount namespace of its own: lays this system's folders into the build root, makes it the root
# (pivot_root: in a chroot the kernel refuses user namespaces), becomes the caller again and starts the command.
#   inner.sh work|install ROOT UID:GID[:GROUPS] ENVIRONMENT-FILE FOLDER-TO-SHOW… -- FOLDER CMD…
set -eu
mode=$1 root=$2 user=$3 environment=$4
shift 4

# The root is mounted on /boot, which nobody's folders are in: mounted on itself it would lie inside the home folder
# that is shown in it. One mount command does it all, from a table, because each would take some milliseconds.
readonly place=/boot
table=
add() {
    local from=${1// /\\040} to=${2// /\\040}
    table+="$from $to none $3 0 0"$'\n'
}
show() {
    [ -d "$root$1" ] || mkdir -p "$root$1"
    add "$1" "$place$1" rbind
}
add "$root" "$place" bind
show /dev
show /proc
show /sys
show /tmp
if [ "$mode" = install ]; then
    # A package's script must not find this system's service manager.
    table+="none $place/run tmpfs mode=755 0 0"$'\n'
else
    show /run
fi
while [ "$1" != -- ]; do
    if [ "$mode" = work ] && [ -d "$1" ]; then show "$1"; fi
    shift
done
folder=$2
shift 2
for file in /etc/resolv.conf /etc/hosts /etc/localtime; do
    [ -e "$file" ] || continue
    [ ! -L "$root$file" ] || rm "$root$file"
    [ -e "$root$file" ] || : >"$root$file"
    add "$file" "$place$file" bind
done
printf %s "$table" >"$root/var/tmp/mounts.$$"
mount --all --fstab "$root/var/tmp/mounts.$$"
rm "$root/var/tmp/mounts.$$"

# The caller's names and subordinate ids, for newuidmap and for whoever prints an owner.
add_line() {
    local file=$1 key=$2 line=$3
    [ -n "$line" ] || return 0
    grep -qs "^$key:" "$root$file" || printf '%s\n' "$line" >>"$root$file"
}
IFS=: read -r uid gid groups <<<"$user"
if [ "$uid" != 0 ]; then
    entry=$(getent passwd "$uid")
    name=${entry%%:*}
    entry=${entry%:*}:/bin/bash
    add_line /etc/passwd "$name" "$entry"
    for id in ${groups//,/ }; do
        entry=$(getent group "$id" || true)
        add_line /etc/group "${entry%%:*}" "$entry"
    done
    for file in /etc/subuid /etc/subgid; do
        add_line $file "$name" "$(grep -s "^$name:" $file | head -n 1 || true)"
    done
fi

cd "$place"
pivot_root . .
umount -l .
cd "$folder" 2>/dev/null || { echo "slipway: the folder $folder can't be entered inside the build root" >&2; exit 1; }
[ "$mode" = work ] || export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
[ "$uid" != 0 ] || exec "$@"
# Not through su or a sandbox: nothing here may set no_new_privs, which would stop newuidmap.
# shellcheck disable=SC2016
exec setpriv --reuid "$uid" --regid "$gid" --groups "$groups" bash -c '
    for name in $(compgen -e); do
        case $name in PATH | PWD | SHLVL | _) ;; *) unset "$name" 2>/dev/null || : ;; esac
    done
    here=$PWD; . "$0"; rm -f "$0"; cd "$here"; exec "$@"' "$environment" "$@"
