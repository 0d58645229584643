"""What the acceptance tests share: where things are, and services of tests/fixtures as context managers."""
import os
import pathlib
import subprocess

SOURCE = pathlib.Path(os.environ.get("SLIPWAY_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
FIXTURES = SOURCE / "tests/fixtures"
SLIPWAY = str(pathlib.Path(os.environ.get("SLIPWAY_BINARIES", SOURCE / "build/dev/bin")) / "slipway")


class Service:
    """A fixture that runs until the block ends; service["NAME"] is what it printed."""

    def __init__(self, name, *options):
        self.name, self.options, self.values = name, options, {}

    def __enter__(self):
        self.process = subprocess.Popen([FIXTURES / self.name, *self.options], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        for line in self.process.stdout:
            if line.strip() == "ready":
                return self
            name, _, value = line.strip().partition("=")
            self.values[name] = value
        raise SystemExit(f"FAILED: the fixture {self.name} did not start")

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(60)

    def __getitem__(self, name):
        return self.values[name]


def as_owner(*command):
    """The command as it has to be called to reach files of a store: an ordinary user's are owned by subordinate ids too."""
    return [*command] if os.geteuid() == 0 else ["unshare", "--user", "--map-auto", "--map-root-user", *command]


def remove_store(home):
    subprocess.run(as_owner("rm", "-rf", str(home)), check=False)


def busybox_rootfs(folder):
    """The root file system of a tiny base image, made once in a folder."""
    path = folder / "busybox.tar"
    if not path.exists():
        subprocess.run([FIXTURES / "busybox-rootfs", path], check=True)
    return path
