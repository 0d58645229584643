# The verb run: opens the desktop, or does the main job without one.

run_slipway() {
    need full build run
    compile release app/all
    local folder=${1:-resources/examples/my-first-image}
    enter slipway-desktop "$folder"
}
