"""kill -9 at any moment: of the command line, of the worker, of the desktop: kills.py cli|worker|desktop [ROUNDS]

After each the next build is right, and no mount, process or half file is left. Runs as root or as an ordinary user
(tests/fixtures/as-user). Needs SLIPWAY_BINARIES; SLIPWAY_SOURCE as ctest sets it.
"""
import atexit
import contextlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from services import SLIPWAY, busybox_rootfs, remove_store

DOCKERFILE = """\
FROM base:1 AS one
RUN echo {n} > /a && for i in $(seq 300); do echo $i > /tmp/f$i; done
COPY file /{n}/
FROM base:1 AS two
RUN --mount=type=cache,target=/c echo {n} >> /c/log; sleep 0.1; chown 1000 /tmp; echo {n} > /b
WORKDIR /w
COPY --from=one /a /from-one
"""


def processes(home):
    """Ids of the processes that work on a store: a worker and all below it, or whoever names its folder."""
    found, children, named = {}, {}, set()
    for entry in pathlib.Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            pid = int(entry.name)
            command = (entry / "cmdline").read_bytes()
            if (entry / "stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                continue
            found[pid] = command
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            children.setdefault(parent, []).append(pid)
            if str(home).encode() in command:
                named.add(pid)
    left = list(named)
    while left:
        for child in children.get(left.pop(), []):
            if child not in named:
                named.add(child)
                left.append(child)
    return {pid: found[pid] for pid in named if pid != os.getpid()}


def leftovers(home):
    """What a build must not leave, one a line."""
    out = [f"process {pid}: {command}" for pid, command in processes(home).items()]
    out += ["mount: " + line for line in pathlib.Path("/proc/self/mountinfo").read_text().splitlines() if str(home) in line]
    with contextlib.closing(sqlite3.connect(f"file:{home}/index.sqlite?mode=ro", uri=True)) as index:
        known = {row[0] for row in index.execute("SELECT 'snapshots/' || snapshot FROM layers UNION SELECT events FROM builds")}
        out += [f"dropped and not removed: {row[0]}" for row in index.execute("SELECT snapshot FROM trash")]
    for folder in ("snapshots", "logs", "leases", "locks", "tmp", "run"):
        with contextlib.suppress(FileNotFoundError):
            out += [f"file: {folder}/{name}" for name in os.listdir(home / folder)
                    if f"{folder}/{name}" not in known and (folder != "locks" or name.startswith("key-"))]
    out += [f"file: {name}" for name in os.listdir(home) if name.startswith(".")]
    return out


class Kills:
    def __init__(self, folder):
        self.home, self.project = folder / "store", folder / "project"
        self.environment = {**os.environ, "SLIPWAY_HOME": str(self.home), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder),
                            "XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
        self.project.mkdir()
        (self.project / "file").write_bytes(os.urandom(3_000_000))
        subprocess.run([SLIPWAY, "import", busybox_rootfs(folder), "base:1"], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def write(self, number):
        (self.project / "Dockerfile").write_text(DOCKERFILE.format(n=number))

    def start(self):
        return subprocess.Popen([SLIPWAY, "build", "--all", "--progress=json", "--offline", str(self.project)], env=self.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def settle(self, what, holds, seconds=5):
        deadline = time.monotonic() + seconds
        while not (state := holds()):
            if time.monotonic() > deadline:
                raise SystemExit(f"FAILED: {what}: {leftovers(self.home)}")
            time.sleep(0.01)
        return state

    def next_build_is_right(self, number):
        self.settle("processes are left", lambda: not processes(self.home))
        done = subprocess.run([SLIPWAY, "build", "--all", "--progress=json", "--offline", "-t", "next:1", str(self.project)],
                              env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise SystemExit(f"FAILED: the next build ended with {done.returncode}\n{done.stdout[-3000:]}{done.stderr}")
        files = json.loads(subprocess.run([SLIPWAY, "files", "next:1", "--format=json"], env=self.environment, check=True,
                                          capture_output=True, text=True).stdout)
        files = {file["path"]: file for file in files}
        for path in ("/b", "/w", "/from-one"):
            if path not in files:
                raise SystemExit(f"FAILED: the next build has no {path}")
        if files["/from-one"]["digest"] != files["/b"]["digest"] or files["/tmp"]["uid"] != 1000:
            raise SystemExit(f"FAILED: the next build has wrong files: {files['/from-one']} {files['/b']} {files['/tmp']}")
        if left := leftovers(self.home):
            raise SystemExit(f"FAILED: after kill {number}: " + "\n".join(left))


def kill_cli(kills, number, moment):
    process = kills.start()
    time.sleep(moment)
    process.kill()
    process.communicate()


def kill_worker(kills, number, moment):
    """Any process of the worker: the one outside, the first inside its namespaces, or the one at a step."""
    process = kills.start()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(moment)
    workers = [pid for pid, command in processes(kills.home).items() if b"slipway-worker" in command]
    if workers:
        with contextlib.suppress(ProcessLookupError):
            os.kill(random.choice(sorted(workers)), signal.SIGKILL)
    out, _ = process.communicate(timeout=30)
    events = [json.loads(line) for line in out.splitlines()]
    if process.returncode not in (0, 1) or events[-1]["event"] != "end":
        raise SystemExit(f"FAILED: without its worker the command line ended with {process.returncode}\n{out[-3000:]}")


class Screen:
    """An X server of its own, made when it is first needed."""

    def __init__(self):
        self.server = None

    def number(self):
        if self.server is None:
            read, write = os.pipe()
            # Else it starts over whenever its last client leaves, and turns away who connects meanwhile: between two
            # looks of xdotool that is the desktop.
            self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                                            "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL)
            os.close(write)
            with os.fdopen(read) as said:
                self.display = ":" + said.readline().strip()
        return self.display

    def end(self):
        if self.server is not None:
            self.server.terminate()
            self.server.wait()


screen = Screen()
atexit.register(screen.end)


def kill_desktop(kills, number, moment):
    """The real one, its build begun by Ctrl+Shift+B; every fourth time it is killed while it starts."""
    environment = {**kills.environment, "QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.number()}
    said = kills.home.with_name("desktop.log")
    with open(said, "wb") as log:
        desktop = subprocess.Popen([pathlib.Path(SLIPWAY).with_name("slipway-desktop"), str(kills.project)], env=environment,
                                   stdout=log, stderr=log)

    def running():
        if desktop.poll() is not None:
            raise SystemExit(f"FAILED: the desktop ended by itself with {desktop.returncode}\n{said.read_text(errors='replace')}")
        return True

    try:
        if number % 4 != 3:
            find = ["xdotool", "search", "--onlyvisible", "--name", "project"]
            window = kills.settle("no window appears", lambda: running() and subprocess.run(
                find, env=environment, capture_output=True, text=True).stdout.split(), 30)[0]
            press = ["xdotool", "windowfocus", "--sync", window, "key", "ctrl+shift+b"]

            def begun():
                running()
                subprocess.run(press, env=environment, check=False, stderr=subprocess.DEVNULL)
                deadline = time.monotonic() + 1
                while time.monotonic() < deadline:
                    if os.listdir(kills.home / "leases"):
                        return True
                    time.sleep(0.002)
                return False

            kills.settle("the desktop begins no build", begun, 30)
        time.sleep(moment)
    finally:
        desktop.kill()
        desktop.wait()


def main():
    kind, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    seed = int(os.environ.get("KILLS_SEED", time.time()))
    print("KILLS_SEED =", seed, flush=True)
    random.seed(seed)
    with tempfile.TemporaryDirectory(prefix="slipway-kills.", ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        kills = Kills(folder)
        kills.write(-1)
        began = time.monotonic()
        kills.next_build_is_right(-1)
        whole = time.monotonic() - began
        for number in range(rounds):
            kills.write(number)
            moment = random.uniform(0, 1.1 * whole)
            {"cli": kill_cli, "worker": kill_worker, "desktop": kill_desktop}[kind](kills, number, moment)
            kills.next_build_is_right(number)
        remove_store(kills.home)
    print(f"{rounds} kills of the {kind}, each time the next build was right")


if __name__ == "__main__":
    main()
