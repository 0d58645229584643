"""resources/examples/checks as a team uses it: the pre-commit hook in a real repository, the CI files' steps in a shell.

Needs SLIPWAY_BINARIES.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import urllib.parse

import yaml

from services import SLIPWAY, SOURCE

EXAMPLES = SOURCE / "resources/examples/checks"
GOOD = 'FROM debian:13\nUSER 1000\nCMD ["true"]\n'
BAD = 'FROM debian:latest\nUSER 1000\nCMD ["true"]\n'
UGLY = 'FROM   debian:13\nUSER 1000\nCMD ["true"]\n'


class Repository(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="slipway-examples.")
        self.top = pathlib.Path(self.folder.name) / "repository"
        home = pathlib.Path(self.folder.name) / "home"
        self.top.mkdir()
        home.mkdir()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XDG_", "PRE_COMMIT"))}
        path = f"{pathlib.Path(SLIPWAY).parent}:{os.environ['PATH']}"
        self.environment = {**kept, "HOME": str(home), "PATH": path, "SLIPWAY_HOME": str(home / "store"),
                            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
        self.good("git", "init", "--quiet")

    def tearDown(self):
        self.folder.cleanup()

    def call(self, *command):
        return subprocess.run(command, cwd=self.top, env=self.environment, text=True, encoding="utf-8", stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=120)

    def good(self, *command):
        done = self.call(*command)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def write(self, name, text):
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.good("git", "add", name)


class PreCommit(Repository):
    def setUp(self):
        super().setUp()
        self.write(".pre-commit-config.yaml", (EXAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8"))
        self.good("pre-commit", "install")

    def commit(self):
        return self.call("git", "commit", "--quiet", "--message", "x")

    def committed(self):
        done = self.commit()
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_good_dockerfile_is_committed(self):
        self.write("Dockerfile", GOOD)
        self.committed()

    def test_a_finding_stops_the_commit_and_is_shown(self):
        for name in ("Dockerfile", "service/Dockerfile.dev", "api.Dockerfile", "Containerfile"):
            with self.subTest(name):
                self.write(name, BAD)
                refused = self.commit()
                self.assertNotEqual(refused.returncode, 0)
                self.assertIn(f"{name}:1", refused.stdout)
                self.assertIn("DL3007", refused.stdout)
                self.write(name, GOOD)
                self.committed()

    def test_other_files_are_left_alone(self):
        self.write("Dockerfile.dockerignore", "FROM debian:latest\n")
        self.write("docs/dockerfile-notes.md", BAD)
        self.committed()

    def test_what_is_not_in_style_is_brought_there_and_the_next_commit_takes_it(self):
        self.write("Dockerfile", UGLY)
        self.assertNotEqual(self.commit().returncode, 0)
        self.assertEqual((self.top / "Dockerfile").read_text(encoding="utf-8"), GOOD)
        self.good("git", "add", "Dockerfile")
        self.committed()


class ContinuousIntegration(Repository):
    NAMES = ("Dockerfile", "a b/Dockerfile.dev", "Dockerfile-x", "api.Dockerfile", "api.dockerfile", "Containerfile",
             "a b/Containerfile.dev", "api.containerfile")
    OTHERS = ("Dockerfile.dockerignore", "Containerfile.containerignore", "Dockerfiles", "dockerfile-notes.md")

    def write_all(self):
        for name in self.NAMES + self.OTHERS:
            self.write(name, "# nothing\n" if name.endswith("ignore") else BAD)

    def test_all_three_check_the_same_files(self):
        self.write_all()
        hooks = yaml.safe_load((EXAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
        for hook in hooks:
            taken = {name for name in self.NAMES + self.OTHERS
                     if re.search(hook["files"], name) and not re.search(hook["exclude"], name)}
            self.assertEqual(taken, set(self.NAMES), hook["id"])
        workflow = yaml.safe_load((EXAMPLES / "github-workflow.yml").read_text(encoding="utf-8"))
        self.steps([step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step])
        [run] = json.loads((self.top / "slipway.sarif").read_text(encoding="utf-8"))["runs"]
        self.assertEqual({each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]},
                         {urllib.parse.quote(name) for name in self.NAMES})
        job = yaml.safe_load((EXAMPLES / "gitlab-ci.yml").read_text(encoding="utf-8"))["dockerfiles"]
        self.steps(job["script"])
        report = json.loads((self.top / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
        self.assertEqual({each["location"]["path"] for each in report}, set(self.NAMES))

    def steps(self, lines):
        """Each step in a shell of its own, as a runner does; the status of the first that fails."""
        for line in lines:
            done = self.call("bash", "-eo", "pipefail", "-c", line)
            if done.returncode != 0:
                return done.returncode
        return 0

    def test_github_fails_for_a_finding_and_shows_it_at_its_line(self):
        workflow = yaml.safe_load((EXAMPLES / "github-workflow.yml").read_text(encoding="utf-8"))
        lines = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
        self.write("a b/Dockerfile", GOOD)
        self.assertEqual(self.steps(lines), 0)
        self.write("service/Dockerfile.dev", BAD)
        self.assertNotEqual(self.steps(lines), 0)
        [run] = json.loads((self.top / "slipway.sarif").read_text(encoding="utf-8"))["runs"]
        places = [(each["ruleId"], each["locations"][0]["physicalLocation"]) for each in run["results"]]
        found = [place for rule, place in places if rule == "DL3007"]
        self.assertEqual([place["artifactLocation"]["uri"] for place in found], ["service/Dockerfile.dev"])
        self.assertEqual(found[0]["region"]["startLine"], 1)

    def test_gitlab_fails_for_a_finding_and_shows_it_at_its_line(self):
        job = yaml.safe_load((EXAMPLES / "gitlab-ci.yml").read_text(encoding="utf-8"))["dockerfiles"]
        report = job["artifacts"]["reports"]["codequality"]
        self.write("Dockerfile", GOOD)
        self.assertEqual(self.steps(job["script"]), 0)
        self.assertEqual(json.loads((self.top / report).read_text(encoding="utf-8")), [])
        self.write("api.Dockerfile", BAD)
        self.assertNotEqual(self.steps(job["script"]), 0)
        found = [each for each in json.loads((self.top / report).read_text(encoding="utf-8")) if each["check_name"] == "DL3007"]
        self.assertEqual([(each["location"]["path"], each["location"]["lines"]["begin"]) for each in found],
                         [("api.Dockerfile", 1)])


if __name__ == "__main__":
    for program in ("git", "pre-commit"):
        if not shutil.which(program):
            raise SystemExit(f"FAILED: {program} is not there; packaging/packages.txt names it")
    unittest.main(verbosity=2)
