#!/bin/bash
# Opens the real window under a real X server, types into it by real keys, saves, and looks at the file;
# then kills it in the middle of typing and looks at what was kept.
set -u
desktop=${SLIPWAY_BINARIES:?}/slipway-desktop
work=$(mktemp -d)
cleanup() {
    [ -n "${pid:-}" ] && kill -9 "$pid" 2>/dev/null
    [ -n "${xvfb:-}" ] && kill "$xvfb" 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT
fail() { echo "FAIL: $1" >&2; exit 1; }
for tool in Xvfb xdotool; do
    command -v $tool >/dev/null || fail "$tool is not installed (packaging/dev test installs it)"
done
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data
export QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
unset SLIPWAY_HOME WAYLAND_DISPLAY
mkdir -p "$HOME" "$work/project" "$work/run"
chmod 700 "$work/run"
export XDG_RUNTIME_DIR=$work/run
printf 'FROM scratch\nCOPY . /\n' > "$work/project/Dockerfile"

# The command line: both ways to give a value, and what is wrong is said.
"$desktop" --theme=dark --picture "$work/dark.png" "$work/project" 2> "$work/messages" && [ -s "$work/dark.png" ] ||
    fail "no dark picture: $(cat "$work/messages")"
refuses() {
    timeout 20 "$desktop" "$@" > /dev/null 2> "$work/messages"
    [ $? = 2 ] && grep -q "$words" "$work/messages" || fail "slipway-desktop $* said: $(cat "$work/messages")"
}
words='light or dark' refuses --theme=blue
words='wants a number' refuses --scale two
words='WIDTHxHEIGHT' refuses --size 5
words="Unknown option 'colour'" refuses --colour
words='one folder or file' refuses "$work" "$work/project"

Xvfb -displayfd 3 -screen 0 1280x800x24 -noreset 3> "$work/display" 2>/dev/null &
xvfb=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$work/display")

open_window() {
    "$desktop" "$work/project" 2> "$work/messages" &
    pid=$!
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --pid $pid --name Slipway 2>/dev/null | head -1)
        [ -n "$window" ] && break
        kill -0 $pid 2>/dev/null || { cat "$work/messages" >&2; fail "the program ended before it showed a window"; }
        sleep 0.1
    done
    [ -n "$window" ] || fail "no window came"
    xdotool windowfocus --sync "$window" 2>/dev/null
}
# Keys go to whoever has the focus; a window that isn't ready yet loses them, so try until they arrive.
until_true() {
    for _ in $(seq 60); do
        eval "$1" && return 0
        eval "${2:-:}"
        sleep 0.3
    done
    return 1
}

open_window
until_true 'grep -q "^# typed" "$work/project/Dockerfile"' \
    'xdotool key --clearmodifiers ctrl+Home; xdotool type --delay 5 "# typed"; xdotool key Return; xdotool key --clearmodifiers ctrl+s' ||
    fail "what was typed did not arrive in the file by Ctrl+S"
grep -q '^FROM scratch' "$work/project/Dockerfile" || fail "saving lost the rest of the file"

# Who opens a file of the same folder gets it in that window, and no other one.
printf 'other words\n' > "$work/project/other.txt"
timeout 20 "$desktop" "$work/project/other.txt" 2> "$work/messages" ||
    fail "a second one did not end by itself: $(cat "$work/messages")"
kill -0 $pid || fail "the window ended when it was reached again"
until_true 'grep -q "^# reached" "$work/project/other.txt"' \
    'xdotool key --clearmodifiers ctrl+Home; xdotool type --delay 5 "# reached"; xdotool key Return; xdotool key --clearmodifiers ctrl+s' ||
    fail "the file was not opened in the window that was there"

xdotool type --delay 5 "# unsaved words"
until_true 'grep -rqs "unsaved words" "$work/state"' || fail "unsaved text was not kept"
kill -9 $pid
wait $pid 2>/dev/null
grep -q 'unsaved words' "$work/project/other.txt" && fail "unsaved text was written into the file"
grep -rqs 'unsaved words' "$work/state" || fail "unsaved text did not survive the kill"
open_window
until_true 'kill -0 $pid' || fail "it did not start again"
xdotool key --clearmodifiers ctrl+q
until_true '! kill -0 $pid 2>/dev/null' || fail "Ctrl+Q did not end it"
grep QThreadStorage "$work/messages" && fail "it ended with a complaint"
pid=
echo PASS
