"""The course's whole exercise by command line, with real packages and a real registry: course.py [--as-user]

The base is that of `packaging/dev run`, served as ubuntu:20.04 by a docker-registry that this starts. Before each build
the forecast is asked, and must have said what the build then did. Needs SLIPWAY_BINARIES; SLIPWAY_SOURCE as ctest sets it.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import tempfile

from services import FIXTURES, SLIPWAY, SOURCE, Service, remove_store


def check(holds, *words):
    if not holds:
        raise SystemExit("FAILED: " + " ".join(str(word) for word in words))


class Course:
    def __init__(self, home, project, mirror, prefix):
        self.project, self.mirror, self.prefix = project, mirror, prefix
        self.environment = {**os.environ, "SLIPWAY_HOME": str(home)}

    def command(self, *arguments, status=0):
        done = subprocess.run([*self.prefix, SLIPWAY, *arguments], env=self.environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=600)
        check(done.returncode == status, "slipway", *arguments, "ended with", done.returncode, "\n", done.stdout[-3000:],
              done.stderr[-3000:])
        return done.stdout

    def ask(self, *arguments):
        return json.loads(self.command(*arguments, "--format=json"))

    def write(self, name, text):
        path = self.project / name
        path.write_text(text)
        if self.prefix:
            os.chown(path, 4711, 4711)

    def edit(self, name, old, new):
        text = (self.project / name).read_text()
        check(text.count(old) == 1, name, "holds", repr(old), text.count(old), "times")
        self.write(name, text.replace(old, new))

    def build(self, title, *options, cutoff=True):
        """Forecast, build, and the two compared. Returns the last event of each step, by name, and the image events."""
        print(f"== {title}", flush=True)
        asked = [option for option in options if option != "-t" and not option.startswith("demo")]
        if not cutoff:
            asked.append("--cache-cutoff=off")
        forecast = {step["id"]: step for step in self.ask("forecast", *asked, str(self.project))["steps"]}
        output = self.command("build", "--progress=json", f"--registry-mirror=docker.io={self.mirror}", *options,
                              *([] if cutoff else ["--cache-cutoff=off"]), str(self.project))
        events = [json.loads(line) for line in output.splitlines()]
        steps = {event["id"]: event for event in events if event["event"] == "step"}
        for step in steps.values():
            check(step["status"] in ("cached", "done"), step)
            said = forecast.get(step["id"])
            check(said, "the forecast did not name", step)
            print(f"   {step['status']:7} {said['status']:8} {step['stage']} {step['name']}"
                  + ("  (docker build would have run this)" if step.get("docker_would_rerun") else ""), flush=True)
            kind = (said.get("reason") or {}).get("kind")
            if said["status"] == "cached":
                check(step["status"] == "cached", "forecast cached, but it ran:", step)
            elif said["status"] == "rebuild" and kind != "follows":
                check(step["status"] == "done", "forecast rebuild, but it was cached:", step, said)
            # A step that was to follow another and stays cached is one that docker build would have run.
            would = said["status"] == "rebuild" or bool(said.get("docker_would_rerun"))
            check(would == bool(step.get("docker_would_rerun")) or step["status"] == "done",
                  "the two differ in what docker build would do:", step, said)
        check(not [event for event in events if event["event"] == "error"], events[-1])
        return {(step["stage"], step["name"]): step for step in steps.values()}, \
            {event["target"]: event for event in events if event["event"] == "image"}


def statuses(steps, stage=None):
    """name's first two words → status, in order"""
    return {" ".join(name.split()[:2]): step["status"] for (of, name), step in steps.items() if stage in (None, of)}


def exercise(course):
    steps, images = course.build("build", "-t", "demo01")
    check(set(statuses(steps).values()) == {"done"}, "the first build runs everything", statuses(steps))
    check(len(steps) == 7, "seven steps, as docker build counts them", list(steps))
    first = next(iter(images.values()))

    steps, images = course.build("build again", "-t", "demo01")
    check(set(statuses(steps).values()) == {"cached"}, "all is cached", statuses(steps))
    check(next(iter(images.values()))["id"] == first["id"], "an unchanged build gives the same image")

    course.edit("app.py", "Web app with Python and Flask", "Hello from the course")
    steps, _ = course.build("the string in app.py is another", "-t", "demo01")
    check([name for name, status in statuses(steps).items() if status == "done"] == ["COPY app.py"], statuses(steps))

    course.edit("Dockerfile", "    python3-pip \\\n", "    python3-pip \\\n    nano \\\n")
    steps, _ = course.build("nano with the packages", "-t", "demo01")
    check_nano(steps)
    course.edit("Dockerfile", "    nano \\\n", "    nano \\\n    less \\\n")
    steps, _ = course.build("less too, as docker build has it", "-t", "demo01", cutoff=False)
    check({name for (_, name), step in steps.items() if step["status"] == "cached"}
          == {name for (_, name) in steps if name.startswith("FROM")}, "with --cache-cutoff=off all of them run", statuses(steps))

    course.write("requirements.dev.txt", (SOURCE / "resources/examples/my-first-image/requirements.dev.txt").read_text())
    course.edit("Dockerfile", "FROM ubuntu:20.04\n", "FROM ubuntu:20.04 AS runtime\n")
    text = (course.project / "Dockerfile").read_text()
    course.write("Dockerfile", text + "\nFROM runtime AS dev_environment\nUSER root\nCOPY requirements.dev.txt .\n"
                 "RUN python3 -m pip install -r requirements.dev.txt\nUSER app-runner-user\n")
    stages = course.ask("outline", str(course.project))["stages"]
    check([stage["name"] for stage in stages] == ["runtime", "dev_environment"], stages)
    steps, images = course.build("two stages", "--all", "-t", "demo01_dev")
    check(set(statuses(steps, "runtime").values()) == {"cached"}, "a stage's name changes no step", statuses(steps, "runtime"))
    check(list(statuses(steps, "dev_environment").values()) == ["done", "done"], statuses(steps, "dev_environment"))
    check(set(images) == {"runtime", "dev_environment"}, "both targets are there", list(images))

    steps, _ = course.build("only runtime", "--target", "runtime")
    check({stage for stage, _ in steps} == {"runtime"}, "nothing of dev_environment runs", list(steps))
    compare(course, images)


def check_nano(steps):
    for (_, name), step in steps.items():
        if name.startswith("RUN"):
            check(step["status"] == "done", "every RUN after a changed apt-get runs", step)
        else:
            check(step["status"] == "cached", "what looks at nothing that changed stays cached", step)
            check(bool(step.get("docker_would_rerun")) == (not name.startswith("FROM")), "docker build would have run it", step)


def compare(course, images):
    """Every number of the comparison, checked against the layers and files of the store."""
    names = [f"{course.project}#{target}" for target in ("runtime", "dev_environment")]
    layers = [course.ask("layers", name) for name in names]
    both = course.ask("compare", *names)
    print("== compare:", {key: both[key] for key in ("shared_size", "only_a_size", "only_b_size")}, flush=True)
    shared = {layer["diff_id"] for layer in layers[0]} & {layer["diff_id"] for layer in layers[1]}
    check(len(shared) == len(layers[0]), "dev_environment stands on all of runtime")
    check(both["shared_size"] == sum(layer["size"] for layer in layers[0]), "shared size", both["shared_size"])
    check(both["only_a_size"] == 0, "runtime has nothing of its own", both["only_a_size"])
    check(both["only_b_size"] == sum(layer["size"] for layer in layers[1] if layer["diff_id"] not in shared), "own size")
    for target, name in zip(("runtime", "dev_environment"), range(2)):
        check(images[target]["size"] == sum(layer["size"] for layer in layers[name]), "an image's size is its layers'", target)
    trees = [{entry["path"]: entry for entry in course.ask("files", name)} for name in names]
    told = {change["path"]: change for change in both["files"]}
    for path in set(trees[1]) - set(trees[0]):
        check(told.get(path, {}).get("change") == "added", "is in dev_environment only, and not told:", path)
    for path, change in told.items():
        holds = {"added": path not in trees[0] and path in trees[1], "removed": path in trees[0] and path not in trees[1],
                 "modified": path in trees[0] and path in trees[1]}[change["change"]]
        check(holds, "told wrongly:", change)
        for side, tree in (("size_a", trees[0]), ("size_b", trees[1])):
            if path in tree and tree[path]["type"] == "file":
                check(change[side] == tree[path]["size"], "size of", path, change)
    check(any(re.search(r"/pylint/", path) for path in told), "pylint is among what dev_environment adds")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--as-user", action="store_true", help="as an ordinary user with subordinate ids")
    as_user = parser.parse_args().as_user and os.geteuid() == 0
    with tempfile.TemporaryDirectory(prefix="slipway-course.") as folder, Service("course-registry") as registry:
        folder = pathlib.Path(folder)
        folder.chmod(0o755)
        project, home = folder / "my-first-image", folder / "home"
        subprocess.run([FIXTURES / "course-project", project], check=True)
        home.mkdir()
        if as_user:
            for path in (home, project, *project.iterdir()):
                os.chown(path, 4711, 4711)
        course = Course(home, project, registry["URL"], [str(FIXTURES / "as-user")] if as_user else [])
        try:
            exercise(course)
        finally:
            left = [line.split()[4] for line in open("/proc/self/mountinfo") if str(home) in line.split()[4]]
            check(not left, "mounts are left:", left)
            remove_store(home)
    print("the course's exercise went as it should")


main()
