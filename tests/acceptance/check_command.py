"""slipway check as people and other programs meet it: exit statuses, settings, formats: check_command.py [TEST…]

Needs SLIPWAY_BINARIES.
"""
import ctypes
import json
import os
import pathlib
import pty
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

from services import SLIPWAY, remove_store

ERROR, WARNING, INFO, STYLE = ("FROM scratch\nADD x /x\n", "FROM a:latest\n", "FROM a:1\nUSER app\n", "FROM a:1\nLABEL A=1\n")


class Scene(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="slipway-check.")
        self.here = pathlib.Path(self.folder.name) / "here"
        self.home = pathlib.Path(self.folder.name) / "home"
        self.here.mkdir()
        self.home.mkdir()
        kept = {name: value for name, value in os.environ.items() if name not in ("XDG_CONFIG_HOME", "NO_COLOR")}
        self.environment = {**kept, "SLIPWAY_HOME": str(self.home / "store"), "HOME": str(self.home)}

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, *arguments, stdin=""):
        return subprocess.run([SLIPWAY, "check", *arguments], cwd=self.here, env=self.environment, input=stdin, text=True,
                              encoding="utf-8", capture_output=True, check=False, timeout=60)

    def rules(self, *arguments, stdin=""):
        return [each["rule"] for each in json.loads(self.check("--format=json", *arguments, stdin=stdin).stdout)]

    def status(self, text, *arguments):
        done = self.check("-", *arguments, stdin=text)
        self.assertEqual(done.stderr, "")
        return done.returncode


class Opened:
    """Tells whether a folder is opened within the block."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        libc = ctypes.CDLL(None, use_errno=True)
        self.notices = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self.notices, os.fsencode(self.folder), 0x20) > 0  # IN_OPEN
        return self

    def __exit__(self, *_):
        os.close(self.notices)

    def ever(self):
        try:
            return bool(os.read(self.notices, 4096))
        except BlockingIOError:
            return False


class Statuses(Scene):
    def test_a_finding_fails_from_info_on(self):
        self.assertEqual([self.status(text) for text in ("FROM a:1\n", STYLE, INFO, WARNING, ERROR)], [0, 0, 1, 1, 1])

    def test_a_threshold_is_part_of_what_fails(self):
        for threshold, failing in (("error", 1), ("warning", 2), ("info", 3), ("style", 4), ("none", 4), ("ignore", 4)):
            with self.subTest(threshold):
                found = [self.status(text, "--failure-threshold", threshold) for text in (ERROR, WARNING, INFO, STYLE)]
                self.assertEqual(found, [1] * failing + [0] * (4 - failing))

    def test_no_fail_leaves_what_cannot_be_built(self):
        self.assertEqual([self.status(text, "--no-fail") for text in (ERROR, "# check=error=true\nFROM a:1 as b\n")], [0, 0])
        self.assertEqual(self.status("FLY away\n", "--no-fail"), 1)

    def test_what_only_the_own_engine_cannot_build_is_right(self):
        text = ("# syntax=registry.example.org/docker/dockerfile:1\nFROM a:1\nRUN --mount=type=secret,id=a true\n"
                "ADD https://example.org/a.tar.gz /a/\nRUN --mount=type=ssh true\nCOPY --parents a /b/\n"
                "RUN --security=insecure true\n")
        for arguments in ([], ["--failure-threshold=style"]):
            self.assertEqual(self.status(text, *arguments), 0)
        found = json.loads(self.check("-", "--format=json", stdin=text).stdout)
        self.assertEqual([(each["line"], each["severity"]) for each in found if each["rule"] == "engine"],
                         [(line, "info") for line in (1, 3, 4, 5, 6, 7)])
        self.assertNotIn("syntax", [each["rule"] for each in found])
        (rule,) = json.loads(self.check("-", "--format=sarif", "--rule=DL3006", stdin=text).stdout)["runs"][0]["tool"][
            "driver"]["rules"]
        self.assertEqual((rule["id"], rule["defaultConfiguration"]["level"]), ("engine", "note"))

    def test_a_file_may_ask_for_builds_to_fail(self):
        text = "FROM a:1 as b\n"
        self.assertEqual(self.status(text, "--failure-threshold=error"), 0)
        self.assertEqual(self.status("# check=error=true\n" + text, "--failure-threshold=error"), 1)

    def test_what_two_checks_say_counts_by_the_worse(self):
        self.assertEqual(self.status("FROM a:1\nMAINTAINER me\n", "--failure-threshold=error"), 1)
        self.assertEqual(self.status("FROM a:1\nMAINTAINER me\n", "--failure-threshold=error", "--ignore=DL4000"), 0)
        self.assertIn(":2:1: error: ", self.check("-", stdin="FROM a:1\nMAINTAINER me\n").stdout)

    def test_one_file_that_is_missing_hides_no_other(self):
        self.write("one", WARNING)
        done = self.check("nothing", "one")
        self.assertEqual((done.returncode, done.stdout[:9]), (1, "one:1:6: "))
        self.assertIn("nothing", done.stderr)

    def test_a_pipe_is_a_file_too(self):
        text = "FROM a:latest as b\n"
        for done in (self.check("--format=text", "/dev/stdin", stdin=text),
                     subprocess.run(["bash", "-c", f"'{SLIPWAY}' check --format=text <(cat)"], cwd=self.here, text=True,
                                    env=self.environment, input=text, capture_output=True, check=False, timeout=60)):
            self.assertEqual((done.returncode, done.stderr), (1, ""))
            self.assertIn("(standard input):1:6: warning: ", done.stdout)
        self.assertEqual(self.check("--fix", "--rule=FromAsCasing", "/dev/stdin", stdin=text).stdout, "FROM a:latest AS b\n")

    def test_a_link_is_checked_where_it_stands(self):
        self.write("docker/Dockerfile", "FROM a:1\nCOPY x /\n")
        self.write("docker/.hadolint.yaml", "override: {error: [CopyIgnoredFile]}\n")
        self.write(".dockerignore", "x\n")
        (self.here / "Dockerfile").symlink_to("docker/Dockerfile")
        for path in (".", "Dockerfile"):
            with self.subTest(path):
                self.assertEqual(self.rules("--ignore=UnmatchedIgnorePattern", path), ["CopyIgnoredFile"])
                self.assertEqual(self.check("--failure-threshold=error", path).returncode, 0)

    def test_names_of_checks_must_be_right(self):
        for arguments in (["--rule=DL30066"], ["--rule=DL3006,DL30066"], ["--explain=nothing"], ["--format=loud"],
                          ["--failure-threshold=all"]):
            with self.subTest(arguments):
                self.assertEqual(self.check("-", *arguments, stdin=WARNING).returncode, 2)
        self.assertIn("did you mean DL3006?", self.check("--rule=DL30066", "-").stderr)
        self.assertEqual(self.check("-", "--format=gitlab_codeclimate", stdin=WARNING).stdout,
                         self.check("-", "--format=gitlab", stdin=WARNING).stdout)
        self.assertEqual(self.status("FROM a:1\n", "--ignore=SC2086"), 0)
        self.assertEqual(self.check("-", "--rule", "DL3006, DL3007", stdin=WARNING).returncode, 1)
        done = self.check("-", "--ignore=DL3007,DL30066,SC2O86", stdin=WARNING)  # maybe another linter's
        self.assertEqual((done.returncode, done.stderr),
                         (0, "There is no check DL30066 to ignore; did you mean DL3006?\n"
                             "There is no check SC2O86 to ignore.\n"))


class Choosing(Scene):
    text = "FROM a:latest\nMAINTAINER me\nWORKDIR app\n"

    def test_only_some_or_all_but_some(self):
        self.assertEqual(self.rules("-", stdin=self.text), ["DL3007", "MaintainerDeprecated", "WorkdirRelativePath"])
        self.assertEqual(self.rules("-", "--rule=dl3007", "--rule=DL3000", stdin=self.text), ["DL3007", "DL3000"])
        self.assertEqual(self.rules("-", "--rule=DL3057", stdin=self.text), ["DL3057"])
        self.assertEqual(self.rules("-", "--rule=dl3007,DL3000", "--rule=DL3057", stdin=self.text),
                         ["DL3057", "DL3007", "DL3000"])
        self.assertEqual(self.rules("-", "--ignore=DL3007", "--ignore=WorkdirRelativePath", stdin=self.text),
                         ["MaintainerDeprecated"])
        self.assertEqual(self.rules("-", "--ignore=DL3007,DL3000", stdin=self.text), ["MaintainerDeprecated"])

    def test_list_and_explain(self):
        listed = json.loads(self.check("--list", "--format=json").stdout)
        self.assertTrue({"DL3006", "UndefinedVar"} <= {each["rule"] for each in listed})
        self.assertEqual({each["rule"] for each in listed if each["family"] == "hadolint" and each["off_by_default"]},
                         {"DL1001", "DL3057"})
        self.assertIn("DL3057                          off      ", self.check("--list").stdout)
        done = self.check("--explain", "stagenamecasing")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith("StageNameCasing (BuildKit, warning)\n"), done.stdout)
        self.assertIn("https://docs.docker.com/reference/build-checks/stage-name-casing/", done.stdout)
        done = self.check("--explain", "sc2086")
        self.assertEqual((done.returncode, done.stdout.splitlines()[0], done.stdout.splitlines()[-1]),
                         (0, "SC2086 (shellcheck)", "https://www.shellcheck.net/wiki/SC2086"))


class OwnChecks(Scene):
    def test_the_context_is_looked_at(self):
        self.write("Dockerfile", "FROM scratch\nCOPY a /\n")
        self.write("other.Dockerfile", "FROM scratch\nCOPY a /\n")
        self.write("a", "x")
        self.write(".dockerignore", "# none\ndits\n")
        done = self.check("Dockerfile", "other.Dockerfile")
        self.assertEqual((done.returncode, done.stderr), (0, ""))  # advice fails nothing
        self.assertEqual(done.stdout, ".dockerignore:2:1: style: dits leaves nothing out of the context "
                                      "[UnmatchedIgnorePattern]\n")
        (found,) = json.loads(self.check("--format=json", "Dockerfile").stdout)
        self.assertEqual((found["file"], found["line"], found["end_column"]), (".dockerignore", 2, 5))
        self.assertEqual(self.check("--ignore=UnmatchedIgnorePattern", "Dockerfile").stdout, "")
        self.assertEqual(self.check("-", stdin="FROM scratch\nCOPY a /\n").stdout, "")
        self.assertFalse((self.home / "store").exists())

    def test_the_context_is_left_alone_where_no_check_reads_it(self):
        self.write("Dockerfile", "FROM scratch AS one\nCOPY a /\n")
        self.write("a", "x")
        self.write("sub/deep/b", "x")
        for arguments, looks in ((("Dockerfile",), True), (("--rule=DL3007", "Dockerfile"), False),
                                 (("--ignore=UnmatchedIgnorePattern,OversizedContext,CopyBeforeSlowStep", "Dockerfile"), False),
                                 (("--rule=OversizedContext", "Dockerfile"), True)):
            with self.subTest(arguments), Opened(self.here / "sub") as opened:
                self.check(*arguments)
                self.assertEqual(opened.ever(), looks)
        self.write("Dockerfile", "FROM scratch\nLABEL a=b\n")
        with Opened(self.here / "sub") as opened:
            self.check("Dockerfile")
            self.assertFalse(opened.ever(), "nothing of it is copied")

    def test_the_ignore_file_is_mended_when_asked_for(self):
        text = "# none\n*.pyc\ndits\nb\n"
        self.write("Dockerfile", "FROM scratch\nCOPY a /\n")
        self.write("other.Dockerfile", "FROM scratch\nCOPY a /\n")
        self.write("a", "x")
        self.write("b", "x")
        self.write("sub/x.pyc", "x")
        self.write(".dockerignore", text)
        done = self.check("--fix", "Dockerfile")
        self.assertEqual((self.here / ".dockerignore").read_text(), text)
        self.assertIn("UnmatchedIgnorePattern is mended when you ask for it", done.stdout)
        found = json.loads(self.check("--format=json", "Dockerfile").stdout)
        self.assertEqual([each["fix"]["title"] for each in found], ["Write **/*.pyc", "Take the pattern out"])
        done = self.check("--fix", "--rule=UnmatchedIgnorePattern", "Dockerfile", "other.Dockerfile")
        self.assertEqual((done.returncode, done.stdout), (0, ".dockerignore: mended UnmatchedIgnorePattern (2)\n"))
        self.assertEqual((self.here / ".dockerignore").read_text(), "# none\n**/*.pyc\nb\n")

    def test_settings_count(self):
        self.write("Dockerfile", "FROM scratch\nFROM scratch\n")
        self.assertEqual(self.check("Dockerfile").returncode, 0)
        self.write(".hadolint.yaml", "override:\n  error: [UnusedStage]\n")
        self.assertEqual(self.check("Dockerfile").returncode, 1)
        self.assertEqual(self.rules("Dockerfile"), ["UnusedStage"])
        self.assertIn("UnusedStage (Slipway, style)\n", self.check("--explain", "UnusedStage").stdout)
        own = [each for each in json.loads(self.check("--list", "--format=json").stdout) if each["family"] == "Slipway"]
        self.assertEqual({each["url"] for each in own}, {None})


class Shellcheck(Scene):
    text = "FROM a:1\nRUN echo $HOME\n"

    def test_it_reads_the_commands(self):
        found = json.loads(self.check("-", "--format=json", "--rule=SC2086", stdin=self.text).stdout)
        self.assertEqual([(each["rule"], each["severity"], each["line"], each["column"]) for each in found],
                         [("SC2086", "info", 2, 10)])
        self.assertEqual(self.status(self.text), 1)
        self.assertEqual(self.status(self.text, "--failure-threshold=warning"), 0)
        rule = json.loads(self.check("-", "--format=sarif", stdin=self.text).stdout)["runs"][0]["tool"]["driver"]["rules"][0]
        self.assertEqual(rule["helpUri"], "https://www.shellcheck.net/wiki/SC2086")

    def test_it_is_silenced_like_any_check(self):
        self.assertEqual(self.rules("-", "--ignore=SC2086", stdin=self.text), [])
        self.assertEqual(self.rules("-", stdin=self.text.replace("RUN", "# hadolint ignore=SC2086\nRUN")), [])
        self.write(".hadolint.yaml", "override: {style: [SC2086]}\n")
        self.assertEqual(self.status(self.text), 0)

    def test_without_it_the_others_work(self):
        self.environment["PATH"] = str(self.home)
        self.assertEqual(self.rules("-", stdin="FROM a:latest\nRUN echo $HOME\n"), ["DL3007"])


class SettingsFile(Scene):
    def test_it_is_found_beside_the_dockerfile_then_here_then_at_home(self):
        self.write("project/Dockerfile", WARNING)
        self.assertEqual(self.rules("project"), ["DL3007"])
        (self.home / ".config").mkdir()
        for path, threshold in ((self.home / ".hadolint.yml", "error"), (self.home / ".config/hadolint.yaml", "warning"),
                                (self.here / ".hadolint.yaml", "error"), (self.here / "project/.hadolint.yml", "warning")):
            path.write_text(f"failure-threshold: {threshold}\n", encoding="utf-8")
            self.assertEqual(self.check("project").returncode, 1 if threshold == "warning" else 0, path)
        self.assertEqual(self.check("project", "--failure-threshold=error").returncode, 0)
        self.write("other.yaml", "no-fail: true\n")
        self.assertEqual(self.check("project", "--config=other.yaml").returncode, 0)

    def test_what_it_says_counts(self):
        self.write(".hadolint.yaml", "ignored: [DL3007]\noverride: {error: [DL3066], info: [DL3057]}\nstrict-labels: true\n"
                                     "label-schema: {version: semver}\ntrustedRegistries: docker.io\n")
        text = "FROM quay.io/a:latest\nUSER app\nLABEL version=one other=1\n"
        found = json.loads(self.check("-", "--format=json", stdin=text).stdout)
        self.assertEqual([(each["rule"], each["severity"]) for each in found],
                         [("DL3057", "info"), ("DL3026", "error"), ("DL3066", "error"), ("DL3056", "warning"),
                          ("DL3050", "info")])
        self.assertIn("DL3007", self.rules("-", "--ignore=DL3057", stdin=text))

    def test_pragmas_may_be_switched_off(self):
        text = "# hadolint ignore=DL3007\nFROM a:latest\n"
        self.assertEqual(self.rules("-", stdin=text), [])
        self.write(".hadolint.yaml", "disable-ignore-pragma: true\n")
        self.assertEqual(self.rules("-", stdin=text), ["DL3007"])

    def test_the_command_line_says_the_same(self):
        text = "FROM quay.io/a:1\nUSER app\nLABEL version=one other=1\n"
        asked = ["--error=DL3066", "--info", "DL3057,DL3050", "--warning=DL3050", "--trusted-registry=docker.io",
                 "--require-label=version:semver", "--require-label", "more", "--strict-labels"]
        done = self.check("-", "-f", "json", *asked, stdin=text)
        self.assertEqual([(each["rule"], each["severity"]) for each in json.loads(done.stdout)],
                         [("DL3057", "info"), ("DL3049", "info"), ("DL3026", "error"), ("DL3066", "error"),
                          ("DL3056", "warning"), ("DL3050", "warning")])
        self.assertEqual(self.rules("-", *asked, "--trusted-registry", "*.io", "--ignore=DL3057,DL3049", stdin=text),
                         ["DL3066", "DL3056", "DL3050"])
        self.assertEqual(self.rules("-", "--disable-ignore-pragma", stdin="# hadolint ignore=DL3007\n" + WARNING),
                         ["DL3007"])
        self.assertEqual(self.status(WARNING, "--style=DL3007"), 0)
        self.assertEqual(self.status(WARNING, "--style=DL3007", "-t", "style"), 1)
        self.write("other.yaml", "no-fail: true\n")
        self.assertEqual(self.status(WARNING, "-c", "other.yaml"), 0)
        done = self.check("-", "--require-label=a:number", stdin=WARNING)
        self.assertEqual(done.returncode, 2)
        self.assertIn("The format of label a is one of text, url, semver, hash, rfc3339, spdx, email, not number.",
                      done.stderr)
        self.assertEqual(self.check("-", "--style=DL3007,DL3005", stdin=WARNING).stderr,
                         "There is no check DL3005 to give a severity; did you mean DL3055?\n")

    def test_what_is_wrong_with_it_has_a_place(self):
        self.write(".hadolint.yaml", "ignored:\n  - {DL3000: 1}\n")
        done = self.check("-", stdin=WARNING)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn(".hadolint.yaml:2:5: An item of ignored is one word.", done.stderr)
        self.write(".hadolint.yaml", "ignore: [DL3007]\n")
        done = self.check("-", "-", stdin=WARNING)
        self.assertEqual(done.stderr, ".hadolint.yaml:1:1: No setting is named ignore.\n")
        self.assertEqual(self.check("-", "--config=nothing.yaml", stdin=WARNING).returncode, 1)


class Formats(Scene):
    text = "FROM a:1\n# \u00e9\nLABEL a=\"\u00e9\u20ac\U0001f600\" B=\"x<&y\"\nLABEL C=\"\u00e9\"\nUSER 'a<b&\"c'\n"

    def setUp(self):
        super().setUp()
        self.write("sub folder/Dockerfile", self.text)
        self.write("other", "FROM a:latest\n")

    def out(self, kind):
        return self.check("sub folder", "other", f"--format={kind}").stdout

    def test_text_is_a_line_each(self):
        self.assertEqual(self.out("text").splitlines()[0][:40], "sub folder/Dockerfile:3:21: style: Name ")
        self.assertEqual(self.out("text"), self.check("sub folder", "other").stdout)
        self.assertNotIn("\x1b", self.out("text"))

    def test_nothing_in_a_file_is_an_order_to_the_terminal(self):
        self.write("Dockerfile", "FROM a:1\nUSER \x1b[31mred\n")
        self.assertNotIn("\x1b", self.check("--format=text").stdout)
        self.environment["NO_COLOR"] = "1"
        self.assertNotIn("\x1b", self.check("--format=tty").stdout)
        self.write("\x1b[31mred", "FROM a:latest as b\n")
        for kind in ("text", "tty"):
            self.assertNotIn("\x1b", self.check("--format=" + kind, "\x1b[31mred").stdout)
        self.assertNotIn("\x1b", self.check("--fix", "--format=text", "\x1b[31mred").stdout)

    def test_tty_shows_the_line(self):
        self.environment["NO_COLOR"] = "1"
        lines = self.out("tty").splitlines()
        self.assertEqual(lines[1:3], ["  3 | LABEL a=\"\u00e9\u20ac\U0001f600\" B=\"x<&y\"", "    |               ^"])
        self.assertTrue(lines[-1].startswith("Found 0 of severity error, 1 warning, 1 info, 2 style."), lines[-1])
        del self.environment["NO_COLOR"]
        self.assertIn("\x1b[1;33mwarning\x1b[0m", self.out("tty"))

    def test_a_terminal_gets_tty_unasked(self):
        master, slave = pty.openpty()
        try:
            self.assertEqual(subprocess.run([SLIPWAY, "check", "other"], cwd=self.here, env=self.environment, stdout=slave,
                                            check=False, timeout=60).returncode, 1)
            self.assertIn(b"  1 | FROM a:latest\r\n", os.read(master, 10000))
        finally:
            os.close(master)
            os.close(slave)

    def test_json_counts_bytes(self):
        found = json.loads(self.out("json"))
        self.assertEqual(found[0], {"file": "sub folder/Dockerfile", "rule": "DL3048", "severity": "style",
                                    "message": "Name of label B: it begins with a lower-case letter, and ends with one or with a "
                                    "digit", "line": 3,
                                    "column": 21, "end_line": 3, "end_column": 22,
                                    "fix": {"title": "Write b", "edits": [{"line": 3, "column": 21, "end_line": 3,
                                                                           "end_column": 22, "text": "b"}], "effect": None}})
        self.assertEqual(json.loads(self.check("-", "--format=json", stdin="FROM a:1\n").stdout), [])

    def test_sarif_is_2_1_0(self):
        log = json.loads(self.out("sarif"))
        self.assertEqual((log["version"], len(log["runs"])), ("2.1.0", 1))
        run = log["runs"][0]
        driver = run["tool"]["driver"]
        self.assertEqual(driver["name"], "Slipway")
        self.assertEqual(len({rule["id"] for rule in driver["rules"]}), len(driver["rules"]))
        for rule in driver["rules"]:
            self.assertTrue(rule["shortDescription"]["text"] and rule["helpUri"].startswith("https://"))
            self.assertIn(rule["defaultConfiguration"]["level"], ("error", "warning", "note"))
            self.assertTrue(rule["help"]["text"] == rule["fullDescription"]["text"] and rule["helpUri"] in
                            rule["help"]["markdown"])
        for result in run["results"]:
            self.assertEqual(driver["rules"][result["ruleIndex"]]["id"], result["ruleId"])
            self.assertIn(result["level"], ("error", "warning", "note"))
            self.assertTrue(result["message"]["text"])
            region = result["locations"][0]["physicalLocation"]["region"]
            self.assertTrue(all(region[key] >= 1 for key in ("startLine", "startColumn", "endLine", "endColumn")))
            self.assertGreaterEqual((region["endLine"], region["endColumn"]), (region["startLine"], region["startColumn"]))
        first = run["results"][0]
        place = first["locations"][0]["physicalLocation"]
        self.assertEqual((first["ruleId"], first["level"]), ("DL3048", "note"))
        self.assertEqual(place["artifactLocation"], {"uri": "sub%20folder/Dockerfile"})
        self.assertEqual(run["columnKind"], "utf16CodeUnits")
        self.assertEqual(place["region"], {"startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 17})
        empty = json.loads(self.check("-", "--format=sarif", stdin="FROM a:1\n").stdout)["runs"][0]
        self.assertEqual((empty["results"], empty["tool"]["driver"]["rules"]), ([], []))

    def test_sarif_tells_all_of_a_rule_that_has_no_page(self):
        text = "FROM a:1 AS one\nRUN apt-get update\nRUN apt-get install -y b=1\n"
        rules = json.loads(self.check("-", "--format=sarif", stdin=text).stdout)["runs"][0]["tool"]["driver"]["rules"]
        own = next(rule for rule in rules if rule["id"] == "UpdateApartFromInstall")
        self.assertNotIn("helpUri", own)
        self.assertIn("apt-get", own["help"]["markdown"])
        self.assertEqual(own["help"]["markdown"], own["fullDescription"]["text"])

    def test_checkstyle_is_xml(self):
        root = xml.etree.ElementTree.fromstring(self.out("checkstyle"))
        self.assertEqual((root.tag, [each.get("name") for each in root]), ("checkstyle", ["sub folder/Dockerfile", "other"]))
        errors = list(root[0])
        self.assertEqual([(each.tag, each.get("source"), each.get("line"), each.get("column"), each.get("severity"))
                          for each in errors],
                         [("error", "DL3048", "3", "15", "info"), ("error", "DL3048", "4", "7", "info"),
                          ("error", "DL3066", "5", "6", "info")])
        self.assertEqual(errors[2].get("message"), "The image's user 'a<b&\"c' is a name: write its number")
        self.write("Dockerfile", "FROM a:1\nUSER \x01\x1b\ufffe\uffff\n")
        xml.etree.ElementTree.fromstring(self.check("--format=checkstyle").stdout)

    def test_code_climate_ends_each_issue_with_a_nul(self):
        out = self.out("codeclimate")
        self.assertTrue(out.endswith("\0"))
        issues = [json.loads(each) for each in out.split("\0")[:-1]]
        self.assertEqual(len(issues), 4)
        for issue in issues:
            self.assertEqual(issue["type"], "issue")
            self.assertTrue(issue["check_name"] and issue["description"] and issue["content"]["body"])
            self.assertIn(issue["categories"], (["Bug Risk"], ["Style"]))
            self.assertIn(issue["severity"], ("info", "minor", "major", "critical", "blocker"))
        self.assertEqual(issues[0]["location"], {"path": "sub folder/Dockerfile", "lines": {"begin": 3, "end": 3}})
        self.assertEqual([issue["severity"] for issue in issues], ["minor", "minor", "info", "major"])

    def test_code_climate_takes_no_finding_for_a_crash(self):
        for text in (ERROR, "RUN x\n"):
            self.assertEqual([self.status(text, f"--format={kind}") for kind in ("codeclimate", "gitlab")], [0, 1])
        self.assertEqual(self.check("--format=codeclimate", "missing").returncode, 1)

    def test_gitlab_has_fingerprints_that_outlive_a_move(self):
        issues = json.loads(self.out("gitlab"))
        prints = [issue["fingerprint"] for issue in issues]
        self.assertEqual(len(set(prints)), len(issues))
        self.write("sub folder/Dockerfile", "# moved\n" + self.text)
        moved = json.loads(self.out("gitlab"))
        self.assertEqual([issue["fingerprint"] for issue in moved], prints)
        self.assertEqual([issue["location"]["lines"]["begin"] for issue in moved], [4, 5, 6, 1])
        self.write("Dockerfile", "FROM a:latest\nFROM a:latest\n")
        twice = [issue["fingerprint"] for issue in json.loads(self.check("--format=gitlab", "--ignore=UnusedStage").stdout)]
        self.assertEqual(len(set(twice)), 2)
        self.assertEqual(json.loads(self.check("-", "--format=gitlab", stdin="FROM a:1\n").stdout), [])


class Fixes(Scene):
    TEXT = "from debian:13 as Base\nRUN apt-get install -y curl\nFROM --platform=linux/amd64 base\nMAINTAINER me\n"
    MENDED = ("FROM debian:13 AS base\nRUN apt-get install --no-install-recommends -y curl\nFROM --platform=linux/amd64 base\n"
              "LABEL org.opencontainers.image.authors=\"me\"\n")

    def test_files_are_mended_and_what_is_left_is_told(self):
        self.write("Dockerfile", self.TEXT)
        (self.here / "Dockerfile").chmod(0o640)
        done = self.check("--fix", "--format=text")
        self.assertEqual((self.here / "Dockerfile").read_text(), self.MENDED)
        self.assertEqual((self.here / "Dockerfile").stat().st_mode & 0o777, 0o640)
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], "Dockerfile: mended ConsistentInstructionCasing, DL3015, FromAsCasing, "
                                   "MaintainerDeprecated, StageNameCasing")
        self.assertTrue(any("[DL3008]" in line for line in lines), lines)
        self.assertIn("FromPlatformFlagConstDisallowed is mended when you ask for it, with --fix --rule "
                      "FromPlatformFlagConstDisallowed: Leave --platform out.", lines)
        self.assertEqual(done.returncode, 1)
        again = self.check("--fix", "--format=text")
        self.assertNotIn("mended Cons", again.stdout)
        self.assertEqual((self.here / "Dockerfile").read_text(), self.MENDED)

    def test_one_check_alone_is_mended_whatever_it_takes(self):
        self.write("Dockerfile", self.TEXT)
        done = self.check("--fix", "--rule=FromPlatformFlagConstDisallowed", "--format=text")
        self.assertEqual((done.returncode, done.stdout), (0, "Dockerfile: mended FromPlatformFlagConstDisallowed\n"))
        self.assertEqual((self.here / "Dockerfile").read_text(), self.TEXT.replace("--platform=linux/amd64 ", ""))

    def test_of_standard_input_the_mended_text_is_printed(self):
        done = self.check("--fix", "-", stdin=self.TEXT)
        self.assertEqual(done.stdout, self.MENDED)
        self.assertIn("DL3008", done.stderr)

    def test_json_says_what_was_done_and_what_is_left(self):
        self.write("Dockerfile", self.TEXT)
        report = json.loads(self.check("--fix", "--format=json").stdout)
        self.assertEqual(report["mended"], [{"file": "Dockerfile", "rules": {
            "ConsistentInstructionCasing": 1, "DL3015": 1, "FromAsCasing": 1, "MaintainerDeprecated": 1, "StageNameCasing": 1}}])
        self.assertIn("DL3008", [each["rule"] for each in report["left"]])
        self.assertEqual(json.loads(self.check("--fix", "--format=json", "-", stdin=self.TEXT).stdout)["mended"][0]["text"],
                         self.MENDED)

    def test_a_file_that_cant_be_written_stays(self):
        self.write("Dockerfile", self.TEXT)
        (self.here / "Dockerfile").chmod(0o440)
        if os.access(self.here / "Dockerfile", os.W_OK):
            self.skipTest("everything can be written here")
        done = self.check("--fix")
        self.assertEqual((done.returncode, (self.here / "Dockerfile").read_text()), (1, self.TEXT))

    def test_json_has_the_edits_and_they_mend(self):
        text = "FROM a:1 as b\nFROM b:1 as c\n"
        found = json.loads(self.check("--format=json", "-", "--rule=FromAsCasing", stdin=text).stdout)
        self.assertEqual([each["fix"] for each in found], [{"title": "Write AS", "edits": [
            {"line": line, "column": 10, "end_line": line, "end_column": 12, "text": "AS"}], "effect": None} for line in (1, 2)])
        self.assertEqual([each["fix"] for each in
                          json.loads(self.check("--format=json", "-", "--rule=DL3007", stdin=WARNING).stdout)], [None])

    def test_json_tells_what_a_fix_does_to_the_next_build(self):
        self.addCleanup(remove_store, self.home / "store")
        self.write("a", "a")
        self.write("Dockerfile", "FROM scratch as one\nADD a /a\nCOPY a /b\n")
        effects = lambda: {each["rule"]: each["fix"]["effect"] for each in json.loads(
            self.check("--format=json", "--rule=FromAsCasing", "--rule=DL3020").stdout)}
        self.assertEqual(effects(), {"FromAsCasing": None, "DL3020": None})
        subprocess.run([SLIPWAY, "build", self.here], env=self.environment, check=True, capture_output=True, timeout=60)
        told = effects()
        self.assertEqual(told["FromAsCasing"], {"text": "no more steps rebuild", "more_steps": 0, "fewer_steps": 0,
                                                "expected_ms": 0, "size_saved": None})
        self.assertEqual((told["DL3020"]["more_steps"], told["DL3020"]["fewer_steps"]), (1, 0))
        self.assertIn("1 more step rebuilds", told["DL3020"]["text"])
        # From elsewhere the folder may be another's.
        text = (self.here / "Dockerfile").read_text()
        self.assertEqual([each["fix"]["effect"] for each in json.loads(
            self.check("-", "--format=json", "--rule=DL3020", stdin=text).stdout)], [None])

    def test_sarif_has_them_too(self):
        run = json.loads(self.check("--format=sarif", "-", "--rule=FromAsCasing", stdin="FROM a:1 as b\n").stdout)["runs"][0]
        fix = run["results"][0]["fixes"][0]
        self.assertEqual(fix["description"]["text"], "Write AS")
        self.assertEqual(fix["artifactChanges"][0]["replacements"], [
            {"deletedRegion": {"startLine": 1, "startColumn": 10, "endLine": 1, "endColumn": 12},
             "insertedContent": {"text": "AS"}}])


if __name__ == "__main__":
    unittest.main(verbosity=2)
