#!/usr/bin/env python3
"""Whole builds, slipway's beside dockerd's, in turn and in one run: builds_bench.py [--rounds N] [CASE…]

A line a figure: the medians of both in seconds, ours as a part of theirs, the bound. Needs root (dockerd); without it
slipway's own figures stand alone. SLIPWAY_BINARIES names the programs' folder, SLIPWAY_SOURCE the sources'.
"""
import argparse
import contextlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(os.environ.get("SLIPWAY_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(SOURCE / "tests/acceptance"))
from services import FIXTURES, SLIPWAY, Service, remove_store  # noqa: E402 (found by the line above)

COURSE_BASE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "slipway/course-base.tar"
MANY = 50_000


class Slipway:
    name = "slipway"

    def __init__(self, folder, mirror):
        self.mirror = [f"--registry-mirror=docker.io={mirror}"] if mirror else []
        self.home = folder / "home"
        self.stores = 0
        self.environment = {**os.environ, "SLIPWAY_HOME": str(self.home)}

    def take(self, rootfs, name):
        subprocess.run([SLIPWAY, "import", rootfs, name], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def command(self, project, *options):
        return [SLIPWAY, "build", *self.mirror, *options, project]

    def forget(self, bases):
        """Another store, with nothing removed: ext4 is slow to give out inodes where many were freed a minute ago."""
        self.stores += 1
        self.environment["SLIPWAY_HOME"] = str(self.home.with_name(f"home{self.stores}"))
        for name, rootfs in bases.items():
            self.take(rootfs, name)


class Docker:
    name = "dockerd"

    def __init__(self, folder, service):
        self.folder = folder
        self.environment = {**os.environ, "DOCKER_HOST": service["DOCKER_HOST"], "DOCKER_CONFIG": service["DOCKER_CONFIG"]}

    def docker(self, *arguments):
        subprocess.run(["docker", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def take(self, rootfs, name):
        self.docker("import", str(rootfs), name)

    def command(self, project, *options):
        return ["docker", "build", "--network=host", *options, project]

    def forget(self, bases):
        """Steps are forgotten by --no-cache; a base that shall be pulled goes with every image and all that was cached."""
        if not bases:
            self.docker("system", "prune", "--all", "--force")
            self.docker("builder", "prune", "--all", "--force")


def timed(builder, project, *options):
    began = time.perf_counter()
    done = subprocess.run(builder.command(project, *options), env=builder.environment, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)
    taken = time.perf_counter() - began
    if done.returncode != 0:
        raise SystemExit(f"{builder.name} could not build {project}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return taken


def ten_cached(project):
    lines = ["FROM busybox"]
    for number in range(5):
        (project / f"file{number}").write_text(f"{number}\n")
        lines += [f"RUN echo {number} > /made{number}", f"COPY file{number} /srv/"]
    (project / "Dockerfile").write_text("\n".join(lines) + "\n")


def twenty_runs(project):
    (project / "Dockerfile").write_text("FROM busybox\n" + "".join(f"RUN echo {n} > /made{n}\n" for n in range(20)))


def four_sleeps(project):
    stages = "".join(f"FROM busybox AS s{n}\nRUN sleep 2 && echo {n} > /made{n}\n" for n in range(4))
    (project / "Dockerfile").write_text(stages + "FROM busybox\n" + "".join(f"COPY --from=s{n} /made{n} /\n" for n in range(4)))


def many_files(project):
    (project / "Dockerfile").write_text("FROM busybox\nCOPY . /src/\n")
    for folder in range(100):
        (project / f"d{folder}").mkdir()
        for number in range(MANY // 100):
            (project / f"d{folder}/f{number}").write_text(f"{folder} {number}\n")


def change_one(project, round_number):
    (project / "d42/f7").write_text(f"changed {round_number}\n")


def course(project):
    shutil.copytree(SOURCE / "resources/examples/my-first-image", project, dirs_exist_ok=True)


class Case:
    def __init__(self, title, lay_out, *, bound=None, part=None, options=(), before=None, warm=True, forget=False, rounds=None,
                 bases=("busybox",)):
        self.title, self.lay_out, self.bound, self.part = title, lay_out, bound, part
        self.options, self.before, self.warm, self.forget = options, before, warm, forget
        self.rounds, self.bases = rounds, bases


CASES = {
    "cached": Case("ten cached steps", ten_cached, bound=0.025, rounds=21),
    "runs": Case("twenty RUNs", twenty_runs, bound=0.8, options=("--no-cache",)),
    "sleeps": Case("four stages that sleep 2 s", four_sleeps, bound=2.4, options=("--no-cache",), rounds=3),
    "many": Case("50,000 files, nothing changed", many_files, bound=0.2),
    "many-one": Case("50,000 files, one changed", many_files, bound=0.8, before=change_one, rounds=3),
    "course": Case("the course's two stages from nothing", course, part=0.8, warm=False, forget=True, options=("--no-cache",), rounds=3,
                   bases=()),
    "course-base": Case("the same with the base at hand", course, part=0.8, warm=False, forget=True, options=("--no-cache",), rounds=3,
                        bases=("ubuntu:20.04",)),
}


def measure(case, builders, folder, rootfs, rounds):
    project = folder / "project"
    project.mkdir()
    case.lay_out(project)
    bases = {name: rootfs[name] for name in case.bases}
    times = {builder.name: [] for builder in builders}
    for builder in builders:
        for name, file in bases.items():
            builder.take(file, name)
        if case.warm:
            timed(builder, project)
    for number in range(case.rounds or rounds):
        for builder in builders:
            if case.forget:
                builder.forget(bases)
            if case.before:
                case.before(project, number)
            os.sync()  # neither waits for what was written before
            times[builder.name].append(timed(builder, project, *case.options))
    shutil.rmtree(project)
    return {name: statistics.median(values) for name, values in times.items()}


def told(case, medians):
    ours, theirs = medians["slipway"], medians.get("dockerd")
    parts = [f"{case.title:38} slipway {ours:7.3f} s"]
    if theirs:
        parts.append(f"dockerd {theirs:7.3f} s  {ours / theirs:5.2f} of it")
    bound = case.bound if case.bound else case.part * theirs if theirs else None
    good = bound is None or ours <= bound
    if bound is not None:
        parts.append(f"bound {bound:7.3f} s  {'ok' if good else 'TOO SLOW'}")
    print("  ".join(parts), flush=True)
    return good


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=" ".join(CASES))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="slipway-bench.") as folder:
        folder = pathlib.Path(folder)
        rootfs = {"busybox": folder / "busybox.tar", "ubuntu:20.04": COURSE_BASE}
        subprocess.run([FIXTURES / "busybox-rootfs", rootfs["busybox"]], check=True)
        chosen = [CASES[name] for name in arguments.cases or CASES]
        with contextlib.ExitStack() as services:
            mirror = None
            if any(case.lay_out is course for case in chosen):
                mirror = services.enter_context(Service("course-registry"))["URL"]  # makes the base, too
            builders = [Slipway(folder, mirror)]
            if os.geteuid() == 0:
                reached = [f"--registry-mirror={mirror}"] if mirror else []
                builders.append(Docker(folder, services.enter_context(Service("dockerd", *reached))))
            else:
                print("without root there is no dockerd to stand beside: slipway alone", flush=True)
                services.callback(lambda: [remove_store(home) for home in folder.glob("home*")])
            return all([told(case, measure(case, builders, folder, rootfs, arguments.rounds)) for case in chosen])


sys.exit(0 if main() else 1)
