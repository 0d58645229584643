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
files=(/etc/resolv.conf /etc/hosts /etc/localtime)
[ "$mode" = install ] || files+=(/etc/subuid /etc/subgid)
for file in "${files[@]}"; do
    [ -e "$file" ] || continue
    [ ! -L "$root$file" ] || rm "$root$file"
    [ -e "$root$file" ] || : >"$root$file"
    add "$file" "$place$file" bind
done
printf %s "$table" >"$root/var/tmp/mounts.$$"
mount --all --fstab "$root/var/tmp/mounts.$$"

# The caller's names, for newuidmap and for whoever prints an owner. No process is started for those that are there
# already, as all are from the second call on.
knows() {
    local file=$root$1 id=$2 known="" end=$'\n'
    IFS= read -rd '' known <"$file" || :
    local pattern="${end}[^:${end}]+:[^:${end}]*:$id:"
    [[ $end$known =~ $pattern ]]
}
IFS=: read -r uid gid groups <<<"$user"
if [ "$uid" != 0 ]; then
    if ! knows /etc/passwd "$uid"; then
        line=$(getent passwd "$uid")
        printf '%s\n' "${line%:*}:/bin/bash" >>"$root/etc/passwd"
    fi
    for id in ${groups//,/ }; do
        knows /etc/group "$id" || getent group "$id" >>"$root/etc/group" || :
    done
    exec 7<"$environment"
fi
rm -f "$root/var/tmp/mounts.$$" ${environment:+"$environment"}

cd "$place"
pivot_root . .
umount -l .
cd "$folder" 2>/dev/null || { echo "slipway: the folder $folder can't be entered inside the build root" >&2; exit 1; }
[ "$mode" = work ] || export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
[ "$uid" != 0 ] || exec "$@"
# Not through su or a sandbox: nothing here may set no_new_privs, which would stop newuidmap. The caller's environment
# takes the place of sudo's; from there on nothing but the positional parameters is sure to be what it was.
set -- "$folder" setpriv --reuid "$uid" --regid "$gid" --groups "$groups" "$@"
set +eu
while IFS='=' read -rd '' name line; do
    case $name in PATH | PWD | SHLVL | _) ;; *) unset "$name" ;; esac
done 2>/dev/null </proc/self/environ
. /dev/fd/7 2>/dev/null
exec 7<&-
cd "$1"
shift
exec "$@"
