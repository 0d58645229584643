"""The command line as a user meets it: bad input, exit statuses, help, JSON, progress and summary: command_line.py [TEST…]

Runs as root or as an ordinary user (tests/fixtures/as-user). Needs SLIPWAY_BINARIES; SLIPWAY_SOURCE as ctest sets it.
"""
import contextlib
import hashlib
import http.server
import io
import json
import os
import pathlib
import platform
import pty
import re
import select
import signal
import socket
import subprocess
import tarfile
import tempfile
import threading
import time
import unittest
import urllib.request
from collections import Counter

from services import FIXTURES, SLIPWAY, Service, busybox_rootfs, remove_store

ROOT = os.geteuid() == 0


class Done:
    def __init__(self, status, out, error):
        self.status, self.out, self.error = status, out, error
        self.story = f"status {status}\n{out[-3000:]}\n{error[-3000:]}"

    def events(self, kind=None):
        found = [json.loads(line) for line in self.out.splitlines()]
        return [event for event in found if kind in (None, event["event"])]


class Scene(unittest.TestCase):
    """Each test has a project's folder; all share a store with the image base:1."""

    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory(prefix="slipway-line.")
        cls.home = pathlib.Path(cls.shared.name) / "store"
        cls.environment = {**os.environ, "SLIPWAY_HOME": str(cls.home), "XDG_CONFIG_HOME": cls.shared.name,
                           "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"] + ":/usr/sbin:/sbin"}
        rootfs = busybox_rootfs(pathlib.Path(cls.shared.name))
        assert cls.run_slipway("import", str(rootfs), "base:1").status == 0

    @classmethod
    def tearDownClass(cls):
        remove_store(cls.home)
        cls.shared.cleanup()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="slipway-project.")
        self.project = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    @classmethod
    def run_slipway(cls, *arguments, prefix=(), timeout=120, **environment):
        done = subprocess.run([*prefix, SLIPWAY, *arguments], env={**cls.environment, **environment}, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=timeout)
        return Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))

    def write(self, name, content, mode=0o644):
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        path.chmod(mode)

    def build(self, dockerfile, *options, progress="json", **how):
        self.write("Dockerfile", dockerfile)
        return self.run_slipway("build", f"--progress={progress}", *options, str(self.project), **how)

    def refused(self, done, *words, line=None, column=None):
        """Status 1, one error event with its place, and a message with these words in it."""
        self.assertEqual(done.status, 1, done.story)
        errors = done.events("error")
        self.assertEqual(len(errors), 1, done.story)
        for word in words:
            self.assertIn(word, errors[0]["message"] + errors[0]["last_lines"], done.story)
        if line:
            self.assertEqual(errors[0]["line"], line, done.story)
            self.assertTrue(errors[0]["file"].endswith("Dockerfile"), done.story)
        if column:
            self.assertEqual(errors[0]["column"], column, done.story)
        self.assertNotEqual(done.error.strip(), "", "a person is told too")
        return errors[0]

    def store_is_good(self):
        done = self.build("FROM base:1\nRUN echo good > /good\nCOPY Dockerfile /\n", "--no-cache", "--offline")
        self.assertEqual(done.status, 0, done.story)


class BadInput(Scene):
    def test_each_mistake_is_told_with_its_place(self):
        self.write("here", "here\n")
        self.write("ignored", "x\n")
        self.write(".dockerignore", "ignored\n")
        (self.project / "out").symlink_to("/etc/hostname")
        (self.project / "far").symlink_to("../../../../../../etc")
        cases = [
            ("", 1, None, ["no instruction"]),
            ("# nothing\n\n", 3, None, ["no instruction"]),
            ("FROM base:1\nFLY away\n", 2, 1, ["FLY"]),
            ("FROM base:1\nCOPY --fast here /\n", 2, None, ["fast"]),
            ("FROM base:1\nRUN --quickly true\n", 2, None, ["quickly"]),
            ("RUN true\n", 1, 1, ["FROM"]),
            ("FROM base:1\nFROM nothing:1\n", 2, 6, ["nothing:1"]),
            ("FROM base:1 AS a\nFROM later AS b\nFROM base:1 AS later\nFROM b\n", 2, None, ["later", "below"]),
            ("FROM base:1\nCOPY --from=nowhere:1 /x /\n", 2, 13, ["nowhere:1"]),
            ("FROM base:1\nCOPY --from=5 /x /\n", 2, None, []),
            ("FROM base:1\n\nCOPY missing /\n", 3, None, ["missing"]),
            ("FROM base:1\nCOPY ignored /\n", 2, None, ["ignored", ".dockerignore"]),
            ("FROM base:1\nCOPY ../../../etc/hostname /\n", 2, None, ["etc/hostname"]),
            ("FROM base:1\nCOPY out /\n", 2, None, ["out"]),
            ("FROM base:1\nCOPY far/hostname /\n", 2, None, ["far/hostname"]),
            ("FROM base:1 AS a\nCOPY --from=b /x /\nFROM base:1 AS b\nFROM a\n", 2, None, ["below"]),
            ("FROM base:1 AS a\nCOPY --from=a /x /\n", 2, None, []),
            ("FROM base:1\nRUN <<EOF\necho\n", 2, None, ["EOF"]),
            ("FROM base:1\nRUN exit 7\n", 2, None, ["7"]),
            ("FROM base:1\nRUN [\"/no/such\"]\n", 2, None, ["/no/such"]),
            ("FROM base:1\nCOPY --chown=ghost here /\n", 2, 14, ["ghost", "docker build would", "a RUN above", "a number"]),
            ("FROM base:1\nCOPY --link \\\n  --chown=root:ghost here /\n", 3, 11, ["group ghost", "docker build would"]),
            ("FROM base:1 AS a\nONBUILD COPY --chown=ghost here /\nFROM a\n", 3, 1, ["ghost"]),
            ("FROM base:1\nUSER ghost\nRUN true\n", 3, None, ["ghost"]),
            ("FROM base:1\nRUN --mount=type=secret,id=x true\n", 2, None, ["secret"]),
            ("FROM base:1\nRUN --mount=type=cache,target=/etc/passwd true\n", 2, None, ["/etc/passwd is a file"]),
            ("FROM base:1\nRUN --mount=source=here,target=/etc true\n", 2, None, ["/etc is a folder"]),
            ("FROM base:1\nADD https://example.org/x /\n", 2, None, ["URL"]),
            ("FROM base:1\nCOPY --parents a/here /\n", 2, None, ["parents"]),
            ("FROM base:1\nADD here\n", 2, None, []),
            (b"FROM base:1\nCOPY \xff\xfe /\n", 2, None, []),
            (b"FROM base:1\n\xff\xfe\n", 2, 1, []),
            (b"FROM base:1\nRUN " + b"x" * 10_000_000 + b"\n", 2, None, []),
        ]
        for dockerfile, line, column, words in cases:
            with self.subTest(dockerfile=dockerfile[:60]):
                self.refused(self.build(dockerfile, "--offline"), *words, line=line, column=column)
        self.store_is_good()

    def test_long_lines_and_bytes_that_are_no_utf8_are_built(self):
        self.write("here", b"\xff\xfe")
        done = self.build(b"# \xff\xfe" + b"x" * 65_000 + b"\nFROM base:1\nLABEL odd=\"\xff\"\nCOPY here /\nCOPY <<END /doc\n"
                          + (b"y" * 65_000 + b"\n") * 160 + b"END\n", "--offline")
        self.assertEqual(done.status, 0, done.story)

    def test_a_mistake_in_what_was_typed_is_in_no_file(self):
        self.write("Dockerfile", "FROM base:1\n")
        done = subprocess.run([SLIPWAY, "build", "--progress=json", "-f", "-", self.project], env=self.environment,
                              input=b"FROM base:1\nCOPY nothing /\n", capture_output=True, timeout=60)
        events = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([(each["file"], each["line"]) for each in events if each["event"] == "error"],
                         [("(standard input)", 2)])

    def test_a_line_that_docker_build_would_not_take_is_refused_wherever_it_stands(self):
        long = b"x" * 10_000_000 + b"\n"
        self.refused(self.build(b"FROM base:1\n# " + long, "--offline"), "65535", line=2)
        self.refused(self.build(b"FROM base:1\nCOPY <<END /doc\n" + long + b"END\n", "--offline"), "65535", line=3)

    def test_a_config_that_nobody_could_read_is_refused(self):
        label = b"LABEL long=" + (b"x" * 65_000 + b"\\\n") * 160 + b"x\n"
        self.refused(self.build(b"FROM base:1\n" + label, "--offline"), "config", "MB")
        self.store_is_good()

    def test_a_missing_dockerfile_or_folder_is_named(self):
        done = self.run_slipway("build", "--progress=json", str(self.project))
        self.refused(done, "Dockerfile")
        done = self.run_slipway("build", "--progress=json", str(self.project / "nowhere"))
        self.refused(done, "nowhere")
        (self.project / "folder").mkdir()
        done = self.run_slipway("build", "--progress=json", "-f", str(self.project / "folder"), str(self.project))
        self.refused(done, "folder: Is a directory")
        for command in (["forecast", "-f", str(self.project / "folder")], ["check", "--config", str(self.project / "folder")]):
            self.assertEqual(self.run_slipway(*command, str(self.project)).status, 1)

    def test_contexts_that_only_docker_build_takes_are_named_for_what_they_are(self):
        for context in ("https://example.org/x.git", "git@example.org:x/y", "github.com/x/y#main"):
            done = self.run_slipway("build", "--progress=json", context)
            self.refused(done, context, "fetch")
        self.write("Dockerfile", "FROM base:1\n")
        for options in ("-c", "-cz"):
            archive = subprocess.run(["tar", options, "Dockerfile"], cwd=self.project, capture_output=True, check=True).stdout
            done = subprocess.run([SLIPWAY, "build", "-"], env=self.environment, input=archive, capture_output=True)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"archive", done.stderr)

    def test_what_keeps_a_build_from_beginning_is_an_event_too(self):
        self.write("Dockerfile", "FROM base:1\n")
        self.write("file", "no folder\n")
        for arguments, status, word in ((["-t", "Bad Name"], 1, "Bad Name"), (["--add-host", "foo:bad"], 2, "foo:bad"),
                                        (["--build-arg", "=1"], 2, "=1"), (["--platform", "nonsense"], 2, "nonsense"),
                                        (["--registry-mirror", "nonsense"], 2, "nonsense"), (["--target", "nope"], 1, "nope")):
            with self.subTest(arguments):
                done = self.run_slipway("build", "--progress=json", *arguments, str(self.project))
                self.assertEqual(done.status, status, done.story)
                self.assertEqual(len(done.events("error")), 1, done.story)
                self.assertIn(word, done.events("error")[0]["message"], done.story)
                self.assertIn(word, done.error, "a person is told too")
        done = self.run_slipway("build", "--progress=json", str(self.project), SLIPWAY_HOME=str(self.project / "file"))
        self.refused(done)

    def test_a_forecast_of_no_stage_is_the_error_alone(self):
        self.write("Dockerfile", "FROM base:1\n")
        done = self.run_slipway("forecast", "--target", "nope", str(self.project))
        self.assertEqual((done.status, done.out), (1, ""), done.story)
        self.assertIn("nope", done.error)
        self.assertIn("FROM", self.run_slipway("forecast", str(self.project)).out)

    def test_a_failing_run_shows_its_last_lines_and_keeps_what_was_finished(self):
        done = self.build("FROM base:1\nRUN echo finished > /a\nRUN echo last words >&2; exit 3\n", progress="plain")
        self.assertEqual(done.status, 1, done.story)
        self.assertEqual(done.story.count("last words\n"), 2, "in the log, and once at the end")
        for word in ("last words", "exit status 3", "Dockerfile:3"):
            self.assertIn(word, done.error, done.story)
        done = self.build("FROM base:1\nRUN echo finished > /a\n")
        self.assertEqual([step["status"] for step in done.events("step")][-1], "cached", done.story)

    @unittest.skipUnless(ROOT, "hiding a program needs root")
    def test_without_crun_and_runc_the_package_is_named(self):
        hide = ["unshare", "--mount", "bash", "-c",
                'for p in crun runc; do for d in /usr/bin /usr/sbin; do [ -e $d/$p ] && mount --bind /dev/null $d/$p; done; done;'
                ' exec "$@"', "hide"]
        self.refused(self.build("FROM base:1\nCOPY Dockerfile /\nRUN true\n", "--no-cache", prefix=hide), "crun", "install", line=3)
        done = self.build("FROM base:1\nCOPY Dockerfile /new\n", "--no-cache", prefix=hide)
        self.assertEqual(done.status, 0, "what needs no RUN is built\n" + done.story)
        self.store_is_good()

    @unittest.skipUnless(ROOT, "as-user --no-ids needs root")
    def test_without_subordinate_ids_the_lines_to_add_are_named(self):
        with tempfile.TemporaryDirectory(prefix="slipway-ids.") as folder:
            os.chmod(folder, 0o777)
            self.project.chmod(0o755)
            how = {"prefix": [str(FIXTURES / "as-user"), "--no-ids"], "SLIPWAY_HOME": folder + "/store"}
            self.write("rootfs", b"")
            subprocess.run([FIXTURES / "busybox-rootfs", f"{folder}/rootfs.tar"], check=True)
            self.assertEqual(self.run_slipway("import", f"{folder}/rootfs.tar", "base:1", **how).status, 0)
            done = self.build("FROM base:1\nCOPY Dockerfile /\nRUN true\n", "--offline", **how)
            self.refused(done, "tester:", ":65536", "/etc/subuid", "/etc/subgid", line=3)
            done = self.build("FROM base:1\nCOPY Dockerfile /\n", "--offline", **how)
            self.assertEqual(done.status, 0, "COPY needs no ids\n" + done.story)

    def test_what_is_wrong_is_named(self):
        (self.project / "loop").symlink_to("loop")
        self.refused(self.build("FROM base:1\nCOPY loop /\n"), '"loop"', "circle", line=2)
        self.refused(self.build("FROM base:1 AS first\nFROM base:1\nCOPY --from=first /none /\n"), "stage first", line=3)
        self.write("left", "out")
        self.write("Other.Dockerfile", "FROM base:1\nCOPY left /\n")
        self.write("Other.Dockerfile.dockerignore", "left\n")
        done = self.run_slipway("build", "--progress=json", "-f", str(self.project / "Other.Dockerfile"), str(self.project))
        self.refused(done, '"left"', "line 1 of Other.Dockerfile.dockerignore", line=2)
        done = self.build("FROM base:1\nARG VERSION\n", "--build-arg=VERSON=1", "--build-arg=VERSION=2")
        self.assertEqual([note["text"] for note in done.events("note")], ["No ARG takes the build argument VERSON: it changes nothing."])

    @unittest.skipUnless(ROOT, "mounting a small file system needs root")
    def test_a_full_disk_is_told_and_the_store_is_good_afterwards(self):
        small = ["unshare", "--mount", "bash", "-c", 'mount -t tmpfs -o size=24m none "$SMALL"; "$@"; status=$?; echo >&2; exit $status',
                 "small"]
        with tempfile.TemporaryDirectory(prefix="slipway-full.") as folder:
            rootfs = busybox_rootfs(pathlib.Path(self.shared.name))
            script = f"""set -e
{SLIPWAY} import {rootfs} base:1 >&2
status=0; {SLIPWAY} build --progress=json --offline {self.project}/one || status=$?; [ $status = 1 ]
status=0; {SLIPWAY} build --progress=json --offline {self.project}/two || status=$?; [ $status = 1 ]
{SLIPWAY} build --progress=json --offline {self.project}/three >&2
{SLIPWAY} import {self.project}/one/big other:1 >&2 && exit 9 || true
ls -A $SMALL/store/tmp >&2"""
            self.write("one/big", os.urandom(30 << 20))
            self.write("one/Dockerfile", "FROM base:1\nCOPY big /\n")
            self.write("two/Dockerfile", "FROM base:1\nRUN head -c 30000000 /dev/zero > /big\n")
            self.write("three/Dockerfile", "FROM base:1\nRUN echo fits > /small\n")
            done = subprocess.run([*small, "bash", "-c", script], env={**self.environment, "SMALL": folder, "SLIPWAY_HOME": folder + "/store"},
                                  capture_output=True, text=True, timeout=120)
            self.assertEqual(done.returncode, 0, done.stdout[-3000:] + done.stderr[-3000:])
            errors = [json.loads(line) for line in done.stdout.splitlines() if '"error"' in line]
            self.assertEqual([error["line"] for error in errors], [2, 2])
            for error in errors:
                self.assertIn("disk is full", error["message"])


class Names(Scene):
    @unittest.skipUnless(ROOT, "a nameserver on port 53 of the loopback, and /etc/resolv.conf, need root")
    def test_a_nameserver_on_the_loopback_is_reached_through_pasta(self):
        if not pathlib.Path("/dev/net/tun").exists():
            self.skipTest("pasta needs /dev/net/tun")
        server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        server.bind(("127.0.0.77", 53))

        def answer():
            with contextlib.suppress(OSError):
                while True:
                    query, peer = server.recvfrom(512)
                    end = query.index(b"\0", 12) + 5
                    wants_address = query[end - 4:end - 2] == b"\0\1"
                    record = b"\xc0\x0c\0\1\0\1\0\0\0\1\0\4\x0a\x09\x08\x07" if wants_address else b""
                    server.sendto(query[:2] + b"\x81\x80\0\1" + (b"\0\1" if record else b"\0\0") + b"\0\0\0\0"
                                  + query[12:end] + record, peer)

        threading.Thread(target=answer, daemon=True).start()
        self.write("resolv.conf", "nameserver 127.0.0.77\noptions attempts:2\n")
        prefix = ["unshare", "--mount", "bash", "-c", f'mount --bind {self.project}/resolv.conf /etc/resolv.conf; exec "$@"', "names"]
        done = self.build("FROM base:1\nRUN cat /etc/resolv.conf; nslookup some.name.example\n", "--no-cache", prefix=prefix)
        server.close()
        self.assertEqual(done.status, 0, done.story)
        said = "".join(event["text"] for event in done.events("log"))
        self.assertIn("nameserver 169.254.1.1\noptions attempts:2\n", said)
        self.assertNotIn("127.0.0.77", said)
        self.assertIn("10.9.8.7", said)


class LyingRegistry(http.server.BaseHTTPRequestHandler):
    """Answers as its path's first folder says."""

    blobs = {}

    def do_GET(self):
        kind = self.path.split("/")[2] if self.path.count("/") > 2 else "v2"
        if kind in ("401", "404", "500"):
            return self.answer(int(kind), b'{"errors":[{"code":"X","message":"so it is"}]}')
        if self.path == "/v2/":
            return self.answer(200, b"{}")
        if "/manifests/" in self.path:
            return self.answer(200, self.blobs[kind], "application/vnd.oci.image.manifest.v1+json")
        digest = self.path.rsplit("/", 1)[1]
        return self.answer(200, self.blobs[digest]) if digest in self.blobs else self.answer(404, b"")

    do_HEAD = do_GET

    def answer(self, status, body, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Registries(Scene):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), LyingRegistry)
        cls.address = "127.0.0.1:%d" % cls.server.server_port
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        super().tearDownClass()

    def offer(self, name, layer, said=None):
        """An image whose layer is said to have another digest, where `said` is given."""
        def put(content):
            digest = "sha256:" + hashlib.sha256(content).hexdigest()
            LyingRegistry.blobs[digest] = content
            return {"digest": digest, "size": len(content)}
        of_layer = put(layer)
        config = put(json.dumps({"architecture": "amd64", "os": "linux", "config": {},
                                 "rootfs": {"type": "layers", "diff_ids": [of_layer["digest"]]}}).encode())
        if said:
            LyingRegistry.blobs[said] = layer
            of_layer["digest"] = said
        LyingRegistry.blobs[name] = json.dumps(
            {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
             "config": {"mediaType": "application/vnd.oci.image.config.v1+json", **config},
             "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar", **of_layer}]}).encode()

    def test_refusals_and_lies_are_told_at_the_from(self):
        for name, words in (("401", ["401"]), ("404", ["404"]), ("500", ["500"])):
            with self.subTest(name):
                done = self.build(f"ARG A\nFROM {self.address}/{name}/x:1\nRUN true\n")
                error = self.refused(done, f"{self.address}/{name}/x", line=2)
                self.assertTrue(any(word in error["message"] for word in [*words, "log in", "no image", "not"]), error)

    def test_an_interrupt_ends_a_pull_and_leaves_nothing(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            name = "127.0.0.1:%d/x:1" % silent.getsockname()[1]
            process = subprocess.Popen([SLIPWAY, "pull", name], env=self.environment, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            with silent.accept()[0]:  # it waits for the answer
                process.send_signal(signal.SIGINT)
                error = process.communicate(timeout=30)[1].decode()
        self.assertEqual(process.returncode, 130, error)
        self.assertIn("cancel", error)
        done = self.run_slipway("pull", "--progress=json", name)
        self.assertEqual([event["message"] in done.error for event in done.events("error")], [True], done.story)
        self.assertEqual(os.listdir(self.home / "tmp"), [])

    def test_no_answer_is_told(self):
        self.refused(self.build("FROM 127.0.0.1:1/x:1\n"), "127.0.0.1:1", line=1)

    def test_a_layer_that_lies_or_climbs_is_refused(self):
        import io
        import tarfile

        def tar(*entries):
            out = io.BytesIO()
            with tarfile.open(fileobj=out, mode="w") as archive:
                for name, kind, link in entries:
                    entry = tarfile.TarInfo(name)
                    entry.type, entry.linkname = kind, link
                    archive.addfile(entry, io.BytesIO())
            return out.getvalue()

        self.offer("wrong", tar(("a", tarfile.REGTYPE, "")), "sha256:" + "7" * 64)
        self.offer("climbs", tar(("../../outside", tarfile.REGTYPE, "")))
        self.offer("links", tar(("in", tarfile.LNKTYPE, "../../../etc/passwd")))
        self.offer("through", tar(("door", tarfile.SYMTYPE, "/etc"), ("door/outside", tarfile.REGTYPE, "")))
        self.offer("good", tar(("a", tarfile.REGTYPE, "")))
        for name, word in (("wrong", "digest"), ("climbs", "outside"), ("links", "passwd"), ("through", "door")):
            with self.subTest(name):
                self.refused(self.build(f"FROM {self.address}/{name}/x:1\n"), word, line=1)
        self.assertEqual(self.build(f"FROM {self.address}/good/x:1\n").status, 0)
        self.assertFalse(pathlib.Path("/etc/outside").exists())
        self.store_is_good()


    def test_a_pull_of_what_is_here_says_so(self):
        self.offer("once", b"\0" * 10240)
        name = f"{self.address}/once/x:1"
        done = self.run_slipway("pull", name)
        self.assertEqual(done.status, 0, done.story)
        self.assertIn("Pulling", done.out)
        self.assertNotIn("up to date", done.out)
        done = self.run_slipway("pull", name)
        self.assertEqual(done.status, 0, done.story)
        self.assertRegex(done.out, r"^sha256:\w{64}  " + re.escape(name) + r"  \(is up to date\)\n$")
        done = self.run_slipway("pull", "--progress=json", name)
        self.assertEqual([event["event"] for event in done.events()], ["image"])
        self.assertTrue(done.events()[0]["up_to_date"])
        done = self.build(f"FROM {name}\nCMD x\n", "--pull")
        self.assertEqual([step["status"] for step in done.events("step")], ["waiting", "running", "cached"], done.story)

    def test_mirrors_of_the_settings_and_of_the_command_line_are_asked(self):
        self.offer("library", b"\0" * 10240)
        url = f"http://{self.address}"
        done = self.build("FROM mirrored:1\n", f"--registry-mirror=docker.io={url}")
        self.assertEqual(done.status, 0, done.story)
        settings = pathlib.Path(self.environment["XDG_CONFIG_HOME"]) / "slipway/settings.json"
        settings.parent.mkdir(exist_ok=True)
        settings.write_text(json.dumps({"registries": {"mirrors": {"docker.io": [url]}}}))
        self.assertEqual(self.run_slipway("pull", "other:1").status, 0)
        settings.write_text("{")
        done = self.run_slipway("pull", "other:2")
        settings.unlink()
        self.assertEqual(done.status, 2, done.story)
        self.assertIn("settings.json", done.error)
        self.assertEqual(self.run_slipway("pull", "--registry-mirror=nonsense", "other:2").status, 2)


class Platforms(Scene):
    """An image for two platforms in a real registry; this machine's is linux/amd64 or linux/arm64."""

    def offer(self, address):
        url = f"http://{address}/v2/multi"

        def request(method, url, content=b"", kind="application/octet-stream"):
            return urllib.request.urlopen(urllib.request.Request(url, data=content, method=method, headers={"Content-Type": kind}))

        def blob(content):
            digest = "sha256:" + hashlib.sha256(content).hexdigest()
            place = request("POST", url + "/blobs/uploads/").headers["Location"]
            request("PUT", place + ("&" if "?" in place else "?") + "digest=" + digest, content)
            return {"digest": digest, "size": len(content)}

        def manifest(tag, kind, **content):
            kind = f"application/vnd.oci.image.{kind}.v1+json"
            text = json.dumps({"schemaVersion": 2, "mediaType": kind, **content}).encode()
            digest = "sha256:" + hashlib.sha256(text).hexdigest()
            request("PUT", f"{url}/manifests/{tag or digest}", text, kind)
            return {"digest": digest, "size": len(text), "mediaType": kind}

        def image(architecture):
            layer = io.BytesIO()
            with tarfile.open(fileobj=layer, mode="w") as archive:
                entry = tarfile.TarInfo("architecture")
                entry.size = len(architecture)
                archive.addfile(entry, io.BytesIO(architecture.encode()))
            digest = "sha256:" + hashlib.sha256(layer.getvalue()).hexdigest()
            config = json.dumps({"architecture": architecture, "os": "linux", "config": {"Env": ["FOR=" + architecture]},
                                 "rootfs": {"type": "layers", "diff_ids": [digest]}}).encode()
            made = manifest(None, "manifest", config={"mediaType": "application/vnd.oci.image.config.v1+json", **blob(config)},
                            layers=[{"mediaType": "application/vnd.oci.image.layer.v1.tar", **blob(layer.getvalue())}])
            return {**made, "platform": {"os": "linux", "architecture": architecture}}

        manifest("1", "index", manifests=[image("amd64"), image("arm64")])
        return f"{address}/multi:1"

    def built(self, tag, dockerfile, *options):
        done = self.build(dockerfile, "-t", tag, *options)
        self.assertEqual(done.status, 0, done.story)
        return {step["name"]: step["status"] for step in done.events("step")}

    def content(self, image, path):
        """Of a file, from the archive that `save` writes."""
        archive = self.project / "image.tar"
        self.assertEqual(self.run_slipway("save", "-o", str(archive), image).status, 0)
        with tarfile.open(archive) as whole:
            for layer in json.load(whole.extractfile("manifest.json"))[0]["Layers"]:
                with tarfile.open(fileobj=whole.extractfile(layer)) as files:
                    if path in files.getnames():
                        return files.extractfile(path).read().decode()
        return None

    def architectures(self):
        images = json.loads(self.run_slipway("images", "--format=json").out)
        return Counter(image["platform"].split("/")[1] for image in images)

    def test_each_stage_stands_on_the_image_for_its_own_platform(self):
        here = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
        other = {"amd64": "arm64", "arm64": "amd64"}[here]
        with Service("registry") as registry:
            image = self.offer(registry["ADDRESS"])
            self.assertEqual(self.run_slipway("pull", image).status, 0)
            self.built("other:1", f"FROM --platform=linux/{other} {image}\nCOPY Dockerfile /\n")
            self.assertEqual(self.content("other:1", "architecture"), other)
            self.assertEqual(self.content(image, "architecture"), here, "the name stands for what it stood for")
            # As where a compiler of this machine makes what another one runs: both at once, into an empty store.
            self.assertEqual(self.run_slipway("rm", image).status, 0)
            cross = f"FROM --platform=$BUILDPLATFORM {image} AS build\nFROM {image}\nCOPY --from=build /architecture /built-on\n"
            self.built("cross:1", cross, f"--platform=linux/{other}")
            self.assertEqual(self.content("cross:1", "architecture"), other)
            self.assertEqual(self.content("cross:1", "built-on"), here)
            done = self.build(f"FROM --platform=linux/s390x {image}\n")
            self.refused(done, "linux/s390x", "linux/arm64", line=1)
        # The registry is gone, and both are here.
        steps = self.built("cross:2", cross, f"--platform=linux/{other}", "--offline")
        self.assertEqual(set(steps.values()), {"cached"}, steps)
        done = self.run_slipway("forecast", "--format=json", f"--platform=linux/{other}", str(self.project))
        self.assertEqual({step["status"] for step in json.loads(done.out)["steps"]}, {"cached"}, done.story)
        # A name takes with it what it stands for on each platform.
        architectures = self.architectures()
        self.assertEqual(self.run_slipway("rm", image).status, 0)
        gone = architectures - self.architectures()
        self.assertEqual(gone, Counter({here: 1, other: 1}))

    def test_an_image_that_is_here_for_another_platform_is_not_taken(self):
        done = self.build("FROM --platform=linux/s390x base:1\n", "--offline")
        self.refused(done, "base:1", "not in the store for linux/s390x", line=1)


class Commands(Scene):
    def test_help_of_each_command_fits_a_screen(self):
        names = re.findall(r"^  (\w+) ", self.run_slipway("--help").out.split("Subcommands:")[1], re.MULTILINE)
        self.assertIn("build", names)
        for name in [None, *names]:
            with self.subTest(name):
                done = self.run_slipway(*([name] if name else []), "--help")
                self.assertEqual(done.status, 0)
                lines = done.out.rstrip("\n").split("\n")
                self.assertLessEqual(len(lines), 40)
                self.assertLessEqual(max(map(len, lines)), 80, max(lines, key=len))
                if name and name != "help":
                    self.assertEqual(self.run_slipway("help", name).out, done.out)

    def test_help_json_documents_every_field(self):
        text = self.run_slipway("help", "json").out
        self.assertLessEqual(max(map(len, text.split("\n"))), 100)
        words = set(re.findall(r"[a-z_]+", text))
        self.write("file", "content\n")
        dockerfile = ("FROM base:1 AS one\nRUN echo hi; echo oops >&2\nCOPY file /\nFROM one AS two\nARG K=1\nRUN echo $K > /k\n"
                      "FROM two AS bad\nRUN exit 9\n")
        done = self.build(dockerfile, "--target=two", "-t", "two:1")
        self.assertEqual(done.status, 0, done.story)
        failing = self.build(dockerfile)
        self.assertEqual(failing.status, 1, failing.story)
        found = [*done.events(), *failing.events()]
        self.assertEqual({event["event"] for event in found} & {"step", "log", "image", "error", "end"},
                         {"step", "log", "image", "error", "end"})
        folder = str(self.project)
        for arguments in (["forecast", folder], ["forecast", "--no-cache", folder], ["outline", folder], ["check", "--no-fail", folder], ["check", "--list"], ["fmt", folder], ["images"],
                          ["layers", "two:1"], ["files", "two:1"], ["compare", folder + "#one", folder + "#two"], ["df"]):
            answer = self.run_slipway(*arguments, "--format=json")
            self.assertEqual(answer.status, 0, answer.story)
            found.append(json.loads(answer.out))
        undocumented = {key for value in found for key in keys(value)} - words
        self.assertEqual(undocumented, set())

    def test_layers_know_the_step_and_line_that_made_them(self):
        self.write("file", "content\n")
        done = self.build("FROM base:1 AS one\n\nRUN echo hi > /hi\n\nCOPY file /\nENV A=1\nWORKDIR /new\n", "-t", "lines:1")
        self.assertEqual(done.status, 0, done.story)
        layers = json.loads(self.run_slipway("layers", "lines:1", "--format=json").out)
        self.assertEqual([(layer["step"], layer["line"]) for layer in layers],
                         [("FROM base:1", None), ("RUN echo hi > /hi", 3), ("COPY file /", 5), ("WORKDIR /new", 7)])

    def test_check_says_what_is_wrong_and_where(self):
        self.write("Dockerfile", "FROM base:1 as one\nCOPY $MODE ignored /\nWORKDIR app\n")
        self.write(".dockerignore", "ignored\n")
        done = self.run_slipway("check", str(self.project), "--format=json")
        self.assertEqual(done.status, 1, done.story)
        self.assertEqual([(each["rule"], each["severity"], each["line"], each["column"]) for each in json.loads(done.out)],
                         [("FromAsCasing", "warning", 1, 13), ("UndefinedVar", "warning", 2, 6),
                          ("CopyIgnoredFile", "warning", 2, 12), ("WorkdirRelativePath", "error", 3, 9),
                          ("UnmatchedIgnorePattern", "style", 1, 1)])
        self.write("other", "# check=error=true\nFROM base:1 as one\n")
        self.write("broken", "FLY away\n")
        for name, line in (("other", ":2:13: warning: "), ("broken", ":1:1: error: ")):
            done = self.run_slipway("check", str(self.project / name))
            self.assertEqual(done.status, 1, done.story)
            self.assertIn(name + line, done.out)

    def test_fmt_changes_files_in_place_and_checks_them(self):
        untidy = "from base:1 as one  \ncopy  a \\\nb /\r\nFLY  away \nRUN  echo 'a  b' \\\n  c"
        tidy = "FROM base:1 AS one\nCOPY a \\\n    b /\r\nFLY  away \nRUN echo 'a  b' \\\n  c\n"
        self.write("Dockerfile", untidy, mode=0o640)
        path = self.project / "Dockerfile"
        done = self.run_slipway("fmt", "--check", str(self.project))
        self.assertEqual((done.status, done.out), (1, f"{path}\n"), done.story)
        self.assertIn(f"{path}:4:1: ", done.error)
        self.assertEqual(path.read_bytes(), untidy.encode())
        done = self.run_slipway("fmt", str(self.project))
        self.assertEqual((done.status, done.out), (0, f"{path}\n"), done.story)
        self.assertEqual(path.read_bytes(), tidy.encode())
        self.assertEqual(path.stat().st_mode & 0o7777, 0o640)
        self.assertEqual([entry.name for entry in self.project.iterdir()], ["Dockerfile"])
        done = self.run_slipway("fmt", "--check", "--format=json", str(self.project))
        self.assertEqual((done.status, json.loads(done.out)), (0, [{"file": str(path), "changed": False}]), done.story)
        piped = subprocess.run([SLIPWAY, "fmt", "-"], input=untidy.encode(), env=self.environment, capture_output=True)
        self.assertEqual((piped.returncode, piped.stdout), (0, tidy.encode()))
        # One file that can't be read hides no other.
        path.write_text("from base:1\n")
        done = self.run_slipway("fmt", str(self.project / "absent"), str(self.project))
        self.assertEqual((done.status, done.out, path.read_text()), (1, f"{path}\n", "FROM base:1\n"), done.story)
        self.assertIn("absent", done.error)

    def test_fmt_leaves_a_file_that_may_not_be_written(self):
        if ROOT:
            self.skipTest("root may write every file")
        self.write("Dockerfile", "from base:1\n", mode=0o444)
        done = self.run_slipway("fmt", str(self.project))
        self.assertEqual(done.status, 1, done.story)
        self.assertIn("Permission denied", done.error)
        self.assertEqual((self.project / "Dockerfile").read_text(), "from base:1\n")

    def test_exit_statuses(self):
        self.assertEqual(self.build("FROM base:1\n").status, 0)
        self.assertEqual(self.build("FROM base:1\nRUN false\n").status, 1)
        self.assertEqual(self.run_slipway("layers", "nothing:here").status, 1)
        for arguments in (["build", "--nonsense"], ["layers"], ["build", "--progress=loud", "."], ["help", "nonsense"],
                          ["import", "x", "Bad Name"], ["build", "--build-arg"], ["compare", "one"],
                          ["build", "--pull", "--offline", str(self.project)],
                          ["build", "--add-host", "foo:bad", str(self.project)], ["images", "--format=xml"]):
            with self.subTest(arguments):
                done = self.run_slipway(*arguments)
                self.assertEqual(done.status, 2, done.story)
                self.assertTrue(done.error.startswith("slipway: "), done.story)
        for option in ("--secret=id=x", "--label", "--load"):
            done = self.run_slipway("build", option, "a=b", str(self.project))
            self.assertEqual(done.status, 2, done.story)
            self.assertIn(option.split("=")[0] + " is an option of `docker build`", done.error)
        self.write("Dockerfile", "FROM base:1\nRUN echo begun; sleep 60\n")
        for number in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen([SLIPWAY, "build", "--progress=json", str(self.project)], env=self.environment,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for line in process.stdout:
                if '"begun' in line:
                    break
            began = time.monotonic()
            process.send_signal(number)
            process.communicate(timeout=30)
            self.assertEqual(process.returncode, 130)
            self.assertLess(time.monotonic() - began, 10)

    def test_save_writes_to_standard_output_but_to_no_terminal(self):
        self.assertEqual(self.run_slipway("save", "-o", str(self.project / "a.tar"), "base:1").status, 0)
        for dash in (["-o", "-"], []):
            with open(self.project / "b.tar", "wb") as file:
                subprocess.run([SLIPWAY, "save", *dash, "base:1"], env=self.environment, stdout=file, check=True)
            self.assertEqual((self.project / "b.tar").read_bytes(), (self.project / "a.tar").read_bytes())
            piped = subprocess.run([SLIPWAY, "save", *dash, "base:1"], env=self.environment, stdout=subprocess.PIPE, check=True)
            self.assertEqual(piped.stdout, (self.project / "a.tar").read_bytes())
            status, seen = on_terminal([SLIPWAY, "save", *dash, "base:1"], self.environment)
            self.assertEqual(status, 2, seen)
            self.assertIn("give a file with -o", seen)
            self.assertLess(len(seen), 200)
        self.assertEqual(sorted(path.name for path in self.project.iterdir()), ["a.tar", "b.tar"])

    def test_a_pipe_that_is_closed_early_is_no_complaint_and_a_full_disk_is_one(self):
        command = [SLIPWAY, "check", "--list"]
        reading, writing = os.pipe()
        os.close(reading)
        with open(writing, "wb") as closed:
            done = subprocess.run(command, env=self.environment, stdout=closed, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        self.write("Dockerfile", "FROM base:1 as one\n")
        folder = str(self.project)
        for arguments in (["check", "--list"], ["check", folder], ["help"], ["help", "build"], ["help", "json"], ["--help"], ["build", "--help"],
                          ["--version"], ["outline", folder], ["forecast", folder], ["fmt", "--check", "--format=json", folder], ["images"],
                          ["layers", "base:1"], ["files", "base:1"], ["compare", "base:1", "base:1"], ["df"],
                          ["build", "--progress=plain", folder], ["build", "--progress=json", folder], ["build", "--quiet", folder]):
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                done = subprocess.run([SLIPWAY, *arguments], env=self.environment, stdout=full, stderr=subprocess.PIPE, timeout=60)
                self.assertEqual((done.returncode, done.stderr), (1, b"slipway: not all that it had to say could be written.\n"))

    def test_names_normalise_as_dockers_do(self):
        self.build("FROM base:1\n", "-t", "some/app", "-t", "localhost:5000/x/y:2", "-t", "docker.io/library/plain:1")
        names = {image["name"] for image in json.loads(self.run_slipway("images", "--format=json").out)}
        self.assertLessEqual({"some/app:latest", "localhost:5000/x/y:2", "plain:1", "base:1"}, names)
        for name in ("docker.io/some/app:latest", "index.docker.io/some/app", "some/app", "plain:1", "docker.io/plain:1",
                     "library/plain:1"):
            self.assertEqual(self.run_slipway("layers", name).status, 0, name)

    # As docker rmi has it.
    def test_an_id_with_several_names_is_not_removed_without_force(self):
        self.write("file", "content of this test alone\n")
        self.build("FROM base:1\nCOPY file /\n", "-t", "one/app:1", "-t", "other/app:1")
        def names():
            return {image["name"]: image["id"] for image in json.loads(self.run_slipway("images", "--format=json").out)}
        image = names()["one/app:1"]
        for word in (image, image.removeprefix("sha256:")[:12]):
            done = self.run_slipway("rm", word)
            self.assertEqual(done.status, 1, done.story)
            for said in ("several names", "one/app:1", "other/app:1", "--force"):
                self.assertIn(said, done.error)
        self.assertLessEqual({"one/app:1", "other/app:1"}, set(names()))
        # Of two tags of one repository it can't tell either; a name takes itself alone.
        self.assertEqual(self.run_slipway("tag", "one/app:1", "one/app:2").status, 0)
        self.assertEqual(self.run_slipway("rm", "other/app:1").status, 0)
        self.assertEqual(self.run_slipway("rm", image).status, 1)
        self.assertEqual(self.run_slipway("rm", "one/app:2").status, 0)
        self.assertEqual(self.run_slipway("rm", image).status, 0)
        self.assertNotIn("one/app:1", names())
        self.build("FROM base:1\nCOPY file /\n", "-t", "one/app:1", "-t", "other/app:1")
        done = self.run_slipway("rm", "--force", names()["one/app:1"])
        self.assertEqual(done.status, 0, done.story)
        self.assertFalse({"one/app:1", "other/app:1"} & set(names()))

    def test_progress_is_plain_when_piped_with_a_summary(self):
        self.write("file", "content of this test alone\n")
        dockerfile = "FROM base:1 AS runtime\nRUN printf 'some\\rmore\\rall\\nhello\\r\\n'\nCOPY file /\n"
        done = self.build(dockerfile, "-t", "sum:1", progress="auto")
        self.assertEqual(done.status, 0, done.story)
        self.assertNotIn("\x1b", done.out)
        self.assertRegex(done.out, r"#\d+ \[runtime 2/3\] RUN printf")
        self.assertRegex(done.out, r"(?m)^#\d+ \d+\.\d+ all\n#\d+ \d+\.\d+ hello$")
        self.assertRegex(done.out, r"#\d+ DONE \d+\.\ds")
        self.assertRegex(done.out, r"Built in .*: 1 cached, 2 run\n")
        self.assertRegex(done.out, r"runtime  [\d.]+ .?B unpacked.*sum:1\n")
        self.write("file", "x" * 5_000_000)
        done = self.build(dockerfile, "-t", "sum:1", progress="auto")
        self.assertRegex(done.out, r"2 cached, 1 run\n")
        self.assertRegex(done.out, r"#\d+ CACHED")
        self.assertRegex(done.out, r"\+5\.0 MB since the last build, 1 of 3 layers changed")
        done = self.build(dockerfile, "-t", "sum:1", progress="auto")
        self.assertRegex(done.out, r"3 cached, 0 run\n.*as before")
        self.write("file", "y" * 5_000_000)
        done = self.build(dockerfile, "-t", "sum:1", progress="auto")
        self.assertRegex(done.out, r"the same size as in the last build, 1 of 3 layers changed")
        done = self.build(dockerfile + "LABEL a=b\n", "-t", "sum:1", progress="auto")
        self.assertRegex(done.out, r"the same layers as in the last build, another configuration")

    def test_progress_is_live_on_a_terminal(self):
        self.write("Dockerfile", "FROM base:1 AS runtime\nRUN for i in 1 2 3; do echo line $i; sleep 0.3; done\nCOPY Dockerfile .\n")
        status, seen = on_terminal([SLIPWAY, "build", str(self.project)], self.environment)
        self.assertEqual(status, 0, seen)
        self.assertIn("[runtime 3/3] COPY Dockerfile .", seen)
        self.assertIn("CACHED [runtime 1/3] FROM docker.io/library/base:1", seen)
        self.assertRegex(seen, r"\x1b\[\d+A\x1b\[J")  # drawn anew in place
        self.assertGreater(seen.count("-> [runtime 2/3] RUN"), 3, "it is drawn while it runs")
        self.assertIn("Built in", seen)
        self.assertNotRegex(seen, r"(?m)^#\d")
        status, seen = on_terminal([SLIPWAY, "build", str(self.project)], self.environment)
        self.assertIn("CACHED [runtime 2/3]", seen)


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def on_terminal(command, environment):
    """Runs it on a terminal of its own, 100 columns wide; exit status and all that it wrote."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, {**environment, "TERM": "xterm", "COLUMNS": "100"})
    seen = b""
    with contextlib.suppress(OSError):
        while select.select([terminal], [], [], 60)[0]:
            piece = os.read(terminal, 65536)
            if not piece:
                break
            seen += piece
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen.decode(errors="replace")


if __name__ == "__main__":
    unittest.main(verbosity=2)
