# The verbs that build something: build, test, bench and run.

jobs() { printf %s "${SLIPWAY_JOBS:-$(nproc)}"; }

is_preset() { grep -q "\"name\": \"$1\"" CMakePresets.json && [ "$1" != base ]; }

# locked PRESET CMD…: one at a time in a preset's build folder, be it what a killed call left at work there.
locked() {
    local preset=$1 status=0
    shift
    mkdir -p build
    enter flock --nonblock --conflict-exit-code 75 "build/$preset.lock" "$@" || status=$?
    [ $status -eq 75 ] || return $status
    say "another call is at work in build/$preset; waiting for it"
    enter flock "build/$preset.lock" "$@"
}

# compile PRESET [BUILD ARGUMENT…]: the arguments are those of `cmake --build`
compile() {
    local preset=$1 build
    shift
    build=build/$preset
    if [ ! -e "$build/build.ninja" ] || [ CMakePresets.json -nt "$build/CMakeCache.txt" ]; then
        say "configuring preset $preset"
        locked "$preset" cmake --preset "$preset" >"build-$preset.log.$$" 2>&1 || {
            cat "build-$preset.log.$$" >&2
            rm -f "build-$preset.log.$$"
            give_up "preset $preset could not be configured."
        }
        rm -f "build-$preset.log.$$"
    fi
    say "building preset $preset in $SETUP_TOP/$build"
    locked "$preset" cmake --build --preset "$preset" -j "$(jobs)" "$@" >&2 || give_up "the build failed; the first error stands above."
}

# build_missing PROGRAM: builds the project's own program that exec shall start, if no preset has it yet.
build_missing() {
    [ ! -x "build/release/bin/$1" ] && [ ! -x "build/dev/bin/$1" ] || return 0
    need full build run
    case $1 in
        conformance) compile release --target conformance ;;
        *) compile release --target app/all ;;
    esac
}

work_build() {
    local preset=dev
    if [ $# -gt 0 ] && is_preset "$1"; then
        preset=$1
        shift
    fi
    need full build run test
    local -a targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    compile "$preset" "${targets[@]}"
}

work_test() {
    local preset=dev
    if [ $# -gt 0 ] && [[ $1 != -* ]]; then
        is_preset "$1" || refuse "there is no preset '$1' (CMakePresets.json has dev, release, asan, tsan and more)"
        preset=$1
        shift
    fi
    need full build run test
    compile "$preset"
    say "running the tests of preset $preset"
    local -a plainly=()
    # ThreadSanitizer needs its addresses free, which some kernels' randomising takes.
    if [ "$preset" = tsan ] && enter setarch -R true 2>/dev/null; then plainly=(setarch -R); fi
    local status=0
    [[ $preset != ?san ]] || keep_reports "build/$preset/reports"
    enter "${plainly[@]}" ctest --preset "$preset" -j "$(jobs)" "$@" || status=$?
    show_reports "build/$preset/reports" || status=1
    return $status
}

# keep_reports FOLDER: what sanitizers find goes into files there. Nobody would see it otherwise where a program has no
# standard error, as the worker, or where a test expects it to fail. Other users, as whom tests run, may write there too.
keep_reports() {
    rm -rf "$1"
    mkdir -p "$1"
    chmod 1777 "$1"
    local options
    for options in ASAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS; do
        export "$options=log_path=$SETUP_TOP/$1/report:log_exe_name=1:${!options-}"
    done
}

# show_reports FOLDER: false where there are any
show_reports() {
    local report count=0
    for report in "$1"/*; do
        [ -s "$report" ] || continue
        count=$((count + 1))
        printf '\n%s\n' "== $report"
        head -n 120 "$report"
    done
    [ $count -gt 0 ] || return 0
    say "sanitizers reported $count times; it stands above, and in $SETUP_TOP/$1."
    return 1
}

work_bench() {
    SETUP_FIRST=release
    need full build run test
    compile release --target app/all tests/benchmarks/all
    local program found=0 status=0
    for program in build/release/benchmarks/*; do
        [ -f "$program" ] && [ -x "$program" ] && [[ $program == *"${1-}"* ]] || continue
        found=1
        say "benchmark ${program##*/}"
        enter "$program" || status=1
    done
    [ $found = 1 ] || give_up "there is no benchmark in build/release/benchmarks${1:+ whose name has '$1' in it}."
    return $status
}

work_run() {
    . packaging/setup/run.sh
    run_slipway "$@"
}
