"""slipway lsp by the protocol: lsp.py [TEST…]. Needs SLIPWAY_BINARIES."""
import json
import os
import pathlib
import selectors
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "acceptance"))
from services import FIXTURES, Service, busybox_rootfs, remove_store  # noqa: E402

SLIPWAY = os.environ["SLIPWAY_BINARIES"] + "/slipway"
DEADLINE = 30


class Client:
    """Speaks to a server of its own; notifications that arrive are kept."""

    def __init__(self, environment):
        self.process = subprocess.Popen([SLIPWAY, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=environment)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)
        self.bytes = b""
        self.notifications = []
        self.answers = {}
        self.errors = []  # without an id
        self.last = 0

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, params=None):
        self.send({"jsonrpc": "2.0", "method": method, "params": params or {}})

    def start(self, method, params=None):
        self.last += 1
        self.send({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params or {}})
        return self.last

    def read(self, until):
        """Reads until until() gives something else than None."""
        end = time.monotonic() + DEADLINE
        while True:
            found = until()
            if found is not None:
                return found
            left = end - time.monotonic()
            if left <= 0 or not self.selector.select(left):
                raise AssertionError(f"no answer; so far {self.notifications} {self.answers} {self.errors}")
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            if not data:
                raise AssertionError("the server ended: " + self.process.stderr.read().decode())
            self.bytes += data
            while self.take():
                pass

    def take(self):
        head, separator, rest = self.bytes.partition(b"\r\n\r\n")
        if not separator:
            return False
        length = int(head.split(b":")[1])
        if len(rest) < length:
            return False
        self.bytes = rest[length:]
        message = json.loads(rest[:length])
        if "method" in message:
            self.notifications.append(message)
        elif message["id"] is None:
            self.errors.append(message["error"])
        else:
            self.answers[message["id"]] = message
        return True

    def answer(self, number):
        return self.read(lambda: self.answers.pop(number, None))

    def ask(self, method, params=None):
        answer = self.answer(self.start(method, params))
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer["result"]

    def refused(self, method, params=None):
        answer = self.answer(self.start(method, params))
        return answer["error"]["code"], answer["error"]["message"]

    def error(self):
        return self.read(lambda: self.errors.pop(0) if self.errors else None)

    def problems(self, uri, version=None):
        """The next ones of a document, or those of a version of it."""
        def found():
            for number, each in enumerate(self.notifications):
                params = each["params"]
                if each["method"] == "textDocument/publishDiagnostics" and params["uri"] == uri and \
                        version in (None, params.get("version")):
                    del self.notifications[number]
                    return params
            return None
        return self.read(found)

    def end(self):
        self.process.stdin.close()
        return self.process.wait(DEADLINE)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()


class Scene(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="slipway-lsp.")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {**os.environ, "SLIPWAY_HOME": str(self.folder / "store"),
                            "XDG_CONFIG_HOME": str(self.folder / "config")}
        self.client = Client(self.environment)
        self.addCleanup(lambda: self.client.kill())
        self.uri = (self.folder / "Dockerfile").as_uri()

    def initialize(self, **capabilities):
        return self.begin({"rootUri": None, "capabilities": capabilities})

    def begin(self, params):
        result = self.client.ask("initialize", {"processId": None, **params})
        self.client.notify("initialized")
        return result["capabilities"]

    def open(self, text, uri=None, version=1):
        self.client.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri or self.uri, "languageId": "dockerfile", "version": version, "text": text}})

    def change(self, version, *changes):
        self.client.notify("textDocument/didChange", {"textDocument": {"uri": self.uri, "version": version},
                                                      "contentChanges": list(changes)})

    def at(self, line, character, **more):
        return {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": character}, **more}

    def document(self, **more):
        return {"textDocument": {"uri": self.uri}, **more}


def span(line, begin, end, end_line=None):
    return {"start": {"line": line, "character": begin},
            "end": {"line": line if end_line is None else end_line, "character": end}}


def applied(text, edits):
    """ASCII texts only: a character is a byte there."""
    lines = text.splitlines(keepends=True) + [""]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    place = lambda position: starts[position["line"]] + position["character"]
    for edit in sorted(edits, key=lambda each: place(each["range"]["start"]), reverse=True):
        text = text[:place(edit["range"]["start"])] + edit["newText"] + text[place(edit["range"]["end"]):]
    return text


class Life(Scene):
    def test_begins_and_ends(self):
        abilities = self.initialize()
        self.assertEqual(abilities["positionEncoding"], "utf-16")
        self.assertEqual(abilities["textDocumentSync"]["change"], 2)
        self.assertIsNone(self.client.ask("shutdown"))
        self.assertEqual(self.client.refused("textDocument/hover", self.at(0, 0))[0], -32600)
        self.client.notify("exit")
        self.assertEqual(self.client.process.wait(DEADLINE), 0)
        self.assertEqual(self.client.process.stderr.read(), b"")

    def test_it_does_not_wait_for_shellcheck_when_it_ends(self):
        program, started = self.folder / "bin/shellcheck", self.folder / "started"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\necho >'{started}'\nexec sleep 100\n")
        program.chmod(0o755)
        self.client.kill()
        self.client = Client({**self.environment, "PATH": f"{program.parent}:{os.environ['PATH']}"})
        self.initialize()
        self.open("FROM a\nRUN b\n")
        self.client.problems(self.uri)
        end = time.monotonic() + DEADLINE
        while not started.exists():
            self.assertLess(time.monotonic(), end)
            self.client.ask("textDocument/hover", self.at(0, 0))
        self.client.ask("shutdown")
        self.client.notify("exit")
        self.assertEqual(self.client.process.wait(5), 0)  # half of what it would wait for an answer

    def test_it_takes_the_arguments_that_the_protocol_proposes(self):
        done = subprocess.run([SLIPWAY, "lsp", "--stdio", "--clientProcessId=1"], input=b"", env=self.environment,
                              capture_output=True, timeout=DEADLINE, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (1, b"", b""))  # the client went without a word

    def test_exit_without_shutdown_is_a_failure(self):
        self.initialize()
        self.client.notify("exit")
        self.assertEqual(self.client.process.wait(DEADLINE), 1)

    def test_a_client_that_goes_ends_it(self):
        self.initialize()
        self.open("FROM a\n")
        self.assertEqual(self.client.end(), 1)

    def test_no_store_is_made(self):
        self.initialize()
        self.open("FROM a\n")
        self.client.problems(self.uri)
        self.assertFalse((self.folder / "store").exists())

    def test_what_comes_too_early_or_twice(self):
        self.open("FROM a\n")  # a notification that is dropped
        self.assertEqual(self.client.refused("textDocument/hover", self.at(0, 0))[0], -32002)
        self.initialize()
        self.assertEqual(self.client.refused("initialize")[0], -32600)
        self.assertEqual(self.client.refused("textDocument/hover", self.at(0, 0))[0], -32602)

    def test_unknown_methods(self):
        self.initialize()
        code, message = self.client.refused("textDocument/nonsense")
        self.assertEqual(code, -32601)
        self.assertIn("textDocument/nonsense", message)
        self.client.notify("$/nonsense")
        self.client.notify("workspace/nonsense")
        self.client.send({"jsonrpc": "2.0", "id": 99, "result": None})  # an answer to nothing
        self.assertEqual(self.client.refused("$/nonsense")[0], -32601)


    def test_it_speaks_the_clients_language(self):
        for locale, title in (("de-AT", "DL3007 hier nicht beachten"), ("en-US", "Ignore DL3007 here"),
                              ("tlh", "Ignore DL3007 here")):
            with self.subTest(locale):
                self.client.kill()
                self.client = Client(self.environment)
                self.begin({"locale": locale, "capabilities": {}})
                self.open("FROM a:latest\n")
                actions = self.client.ask("textDocument/codeAction", self.document(
                    range=span(0, 6, 6), context={"diagnostics": []}))
                self.assertIn(title, [each["title"] for each in actions])
                card = self.client.ask("textDocument/hover", self.at(0, 1))["contents"]["value"]
                self.assertEqual("Beginnt eine Stufe" in card, locale == "de-AT", card)

    def test_what_a_client_does_not_know_is_not_announced(self):
        self.assertIs(self.initialize()["renameProvider"], True)
        self.client.kill()
        self.client = Client(self.environment)
        able = self.initialize(textDocument={"rename": {"prepareSupport": True}})
        self.assertEqual(able["renameProvider"], {"prepareProvider": True})


class BadInput(Scene):
    def alive(self):
        self.open("FROM a\nMAINTAINER x\n")
        self.assertTrue(self.client.problems(self.uri)["diagnostics"])

    def test_headers_that_are_none(self):
        self.initialize()
        for data, words in ((b"nonsense\r\n", "no header"), (b"Content-Length: x\r\n", "no number of bytes"),
                            (b"Content-Length: -5\r\n", "no number of bytes"),
                            (b"Content-Length: 99999999999999999999999\r\n", "no number of bytes"),
                            (b"\r\n", "no Content-Length"), (b"x" * 10000 + b"\r\n", "longer than")):
            with self.subTest(data[:30]):
                self.client.write(data)
                self.assertIn(words, self.client.error()["message"])
                self.client.errors.clear()
        self.client.read(lambda: True)
        self.alive()

    def test_other_headers_are_passed_over(self):
        body = json.dumps({"jsonrpc": "2.0", "id": 7, "method": "shutdown"}).encode()
        self.initialize()
        self.client.write(b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: %d\r\n\r\n%b" %
                          (len(body), body))
        self.assertIsNone(self.client.answer(7)["result"])

    def test_a_message_in_pieces(self):
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}).encode()
        for byte in b"Content-Length: %d\r\n\r\n" % len(body) + body:
            self.client.write(bytes([byte]))
        self.assertIn("capabilities", self.client.answer(1)["result"])

    def test_a_message_that_is_too_large(self):
        self.initialize()
        self.client.write(b"Content-Length: 300000000\r\n\r\n")
        self.assertIn("too large", self.client.error()["message"])
        for _ in range(300):
            self.client.write(b" " * 1000000)
        self.alive()

    def test_messages_that_are_no_json_rpc(self):
        self.initialize()
        for body, code in ((b"{", -32700), (b"", -32700), (b"\xff\xfe", -32700), (b'"\xff"', -32700), (b"[]", -32600),
                           (b"[" * 100000, -32700), (b"42", -32600), (b"{}", -32600), (b'{"jsonrpc":"1.0"}', -32600),
                           (b'{"jsonrpc":"2.0","method":5}', -32600),
                           (b'{"jsonrpc":"2.0","id":[1],"method":"shutdown"}', -32600)):
            with self.subTest(body[:30]):
                self.client.send(body)
                self.assertEqual(self.client.error()["code"], code)
        self.client.send({"jsonrpc": "1.0", "id": 50, "method": "shutdown"})
        self.assertEqual(self.client.answer(50)["error"]["code"], -32600)
        self.client.send({"jsonrpc": "2.0", "id": 51, "method": 5})
        self.assertEqual(self.client.answer(51)["error"]["code"], -32600)
        self.alive()

    def test_parameters_that_are_wrong(self):
        self.initialize()
        self.open("FROM a\n")
        for params in ({}, [], None, {"textDocument": 5}, {"textDocument": {"uri": 5}}, self.document(),
                       self.document(position={"line": "x", "character": 0}), self.document(position={}),
                       {"textDocument": {"uri": "file:///not/open"}, "position": {"line": 0, "character": 0}}):
            with self.subTest(params):
                number = self.client.last = self.client.last + 1
                self.client.send({"jsonrpc": "2.0", "id": number, "method": "textDocument/hover", "params": params})
                error = self.client.answer(number)["error"]
                self.assertEqual(error["code"], -32602)
                self.assertNotIn("exception", error["message"])
        self.client.notify("textDocument/didOpen", {"textDocument": {}})
        self.client.notify("textDocument/didChange", {"textDocument": {"uri": "file:///not/open"}, "contentChanges": []})
        self.client.notify("textDocument/didClose", {"textDocument": {"uri": "file:///not/open"}})
        self.alive()

    def test_positions_outside_of_the_text(self):
        self.initialize()
        self.open("FROM a\n")
        for line, character in ((0, 9999), (9999, 0), (-1, -1), (1, 5), (2**40, 2**40)):
            self.client.ask("textDocument/completion", self.at(line, character))
            self.client.ask("textDocument/hover", self.at(line, character))
            self.client.ask("textDocument/selectionRange", self.document(positions=[{"line": max(line, 0),
                                                                                       "character": max(character, 0)}]))
        self.change(2, {"range": span(0, 5, 900, end_line=900), "text": "b"})
        self.assertEqual(self.client.ask("textDocument/documentSymbol", self.document())[0]["name"], "0")

    def test_a_document_that_is_no_dockerfile(self):
        self.initialize()
        self.open("\0\1 \ud83d\ude00 {[(" * 1000, uri="untitled:1")
        self.assertTrue(self.client.problems("untitled:1")["diagnostics"])


class Documents(Scene):
    def test_what_only_the_own_engine_cannot_build_is_no_error(self):
        self.initialize()
        self.open("FROM a:1\nRUN --mount=type=secret,id=a make\nENV A=${x:^y}\n")
        found = {each["code"]: each for each in self.client.problems(self.uri)["diagnostics"]}
        self.assertEqual((found["engine"]["severity"], found["engine"]["range"]["start"]["line"]), (3, 1))
        self.assertEqual((found["syntax"]["severity"], found["syntax"]["range"]["start"]["line"]), (1, 2))

    def test_problems_come_and_go(self):
        self.initialize()
        self.open("FROM a\nMAINTAINER x\nFLY\n")
        told = self.client.problems(self.uri)
        self.assertEqual(told["version"], 1)
        found = {each["code"]: each for each in told["diagnostics"]}
        self.assertEqual(found["syntax"]["severity"], 1)
        self.assertEqual(found["syntax"]["range"], span(2, 0, 3))
        self.assertEqual(found["MaintainerDeprecated"]["severity"], 1)  # as hadolint has it
        self.assertEqual(found["MaintainerDeprecated"]["source"], "slipway")
        self.assertEqual(found["MaintainerDeprecated"]["codeDescription"]["href"],
                         "https://docs.docker.com/reference/build-checks/maintainer-deprecated/")
        self.change(2, {"range": span(1, 0, 0, end_line=3), "text": ""})
        codes = {each["code"] for each in self.client.problems(self.uri, 2)["diagnostics"]}
        self.assertFalse(codes & {"syntax", "MaintainerDeprecated"})
        self.client.notify("textDocument/didClose", self.document())
        closed = self.client.problems(self.uri)
        self.assertEqual((closed["diagnostics"], "version" in closed), ([], False))

    @unittest.skipUnless(shutil.which("shellcheck"), "shellcheck is not installed")
    def test_what_shellcheck_finds_comes_later(self):
        self.initialize()
        self.open("FROM a\nRUN echo $x\n")
        self.assertNotIn("SC2086", {each["code"] for each in self.client.problems(self.uri)["diagnostics"]})
        later = {each["code"]: each for each in self.client.problems(self.uri)["diagnostics"]}
        self.assertEqual(later["SC2086"]["range"]["start"], {"line": 1, "character": 9})
        self.assertEqual(later["SC2086"]["codeDescription"]["href"], "https://www.shellcheck.net/wiki/SC2086")
        # It is known where the command moves, and told at once.
        self.change(2, {"range": span(1, 0, 0), "text": "USER u\n"})
        moved = {each["code"]: each for each in self.client.problems(self.uri, 2)["diagnostics"]}
        self.assertEqual(moved["SC2086"]["range"]["start"], {"line": 2, "character": 9})

    def test_only_the_newest_of_quick_changes_is_told(self):
        self.initialize()
        self.open("FROM a\n")
        self.client.problems(self.uri, 1)
        for version in range(2, 40):
            self.change(version, {"range": span(1, 0, 0), "text": f"# {version}\n"})
        self.client.problems(self.uri, 39)
        told = [each for each in self.client.notifications if each["method"] == "textDocument/publishDiagnostics"]
        self.assertLess(len(told), 5)

    def test_changes_keep_the_text_in_both_encodings(self):
        for encoding, after in (("utf-16", 8), ("utf-8", 13)):
            with self.subTest(encoding):
                self.client.kill()
                self.client = Client(self.environment)
                abilities = self.initialize(general={"positionEncodings": [encoding]})
                self.assertEqual(abilities["positionEncoding"], encoding)
                # é is two bytes and one unit, 😀 four bytes and two units
                self.open("FROM a\r\nENV é😀x=1\r\nUSER b\r\n")
                begin = 4 + (3 if encoding == "utf-16" else 6)
                self.change(2, {"range": span(1, begin, begin + 1), "text": "yz"},
                            {"range": span(1, begin + 1, begin + 2), "text": "w"},
                            {"range": span(2, 5, 6), "text": "c"})
                stage = self.client.ask("textDocument/documentSymbol", self.document())
                names = [(each["name"], each["location"]["range"]) for each in stage if each["kind"] == 13]
                self.assertEqual(names, [("é😀yw", span(1, 4, begin + 4))])

    def test_a_whole_new_text(self):
        self.initialize()
        self.open("FROM a\n")
        self.change(2, {"text": "FROM b AS c\n"}, {"range": span(0, 10, 11), "text": "d"})
        self.assertEqual(self.client.ask("textDocument/documentSymbol", self.document())[0]["name"], "d")

    def test_what_a_client_leaves_null_is_not_there(self):
        self.initialize()
        self.open("FROM a\n")
        self.change(None, {"range": None, "text": "FROM b AS c\n"})
        self.assertEqual(self.client.ask("textDocument/documentSymbol", self.document())[0]["name"], "c")

    def test_a_files_address_has_one_slash_or_three(self):
        (self.folder / "a b").mkdir()
        (self.folder / "a b/x").write_text("x")
        whole = (self.folder / "a b/Dockerfile").as_uri()
        for self.uri in (whole, whole.replace("file:///", "file://localhost/"), whole.replace("file:///", "file:/"),
                         whole.replace("%20", " ")):
            with self.subTest(self.uri):
                self.client.kill()
                self.client = Client(self.environment)
                self.initialize()
                self.open("FROM scratch\nCOPY x /\n")
                (link,) = self.client.ask("textDocument/documentLink", self.document())
                self.assertEqual(link["target"], (self.folder / "a b/x").as_uri())

    def test_the_ignore_file_counts_and_is_read_again(self):
        (self.folder / "x").write_text("x")
        (self.folder / ".dockerignore").write_text("x\n")
        self.initialize()
        self.open("FROM a\nCOPY x /\n")
        codes = lambda: {each["code"] for each in self.client.problems(self.uri)["diagnostics"]}
        self.assertIn("CopyIgnoredFile", codes())
        (self.folder / ".dockerignore").write_text("")
        self.client.notify("workspace/didChangeWatchedFiles", {"changes": []})
        self.assertNotIn("CopyIgnoredFile", codes())
        (self.folder / ".dockerignore").write_text("x\n")
        self.client.notify("textDocument/didSave", self.document())
        self.assertIn("CopyIgnoredFile", codes())

    def test_problems_of_the_ignore_file_are_told_there(self):
        ignore = self.folder / ".dockerignore"
        ignore.write_text("# first\nnowhere\n")
        (self.folder / "x").write_text("x")
        self.initialize()
        self.open("FROM scratch\nCOPY . /\n")
        (found,) = self.client.problems(ignore.as_uri())["diagnostics"]
        self.assertEqual((found["code"], found["severity"], found["range"]["start"]),
                         ("UnmatchedIgnorePattern", 4, {"line": 1, "character": 0}))
        self.assertNotIn("codeDescription", found)
        ignore.write_text("x\n")
        self.client.notify("textDocument/didSave", self.document())
        self.assertEqual(self.client.problems(ignore.as_uri())["diagnostics"], [])
        ignore.write_text("nowhere\n")
        self.client.notify("textDocument/didSave", self.document())
        self.assertEqual(len(self.client.problems(ignore.as_uri())["diagnostics"]), 1)
        self.client.notify("textDocument/didClose", self.document())
        self.assertEqual(self.client.problems(ignore.as_uri())["diagnostics"], [])

    def codes(self, uri=None):
        return {each["code"] for each in self.client.problems(uri or self.uri)["diagnostics"]}

    def wait_codes(self, wanted, uri=None):
        """The problems of a document, once they are these among those that are asked about."""
        asked = {"CopyIgnoredFile", "UnmatchedIgnorePattern", "syntax", "DL3006"}
        end = time.monotonic() + DEADLINE
        while (found := self.codes(uri) & asked) != wanted:
            self.assertLess(time.monotonic(), end, found)

    def test_an_ignore_file_is_a_language_of_its_own(self):
        ignore = self.folder / ".dockerignore"
        (self.folder / "app.py").write_text("x")
        (self.folder / "Dockerfile").write_text("FROM scratch\nCOPY . /\n")
        self.initialize()
        uri = ignore.as_uri()
        for language in ("ignore", "dockerfile", "plaintext"):
            with self.subTest(language):
                ignore.write_text("nowhere\n!app.py\n")
                self.client.notify("textDocument/didOpen", {"textDocument": {
                    "uri": uri, "languageId": language, "version": 1, "text": "nowhere\n"}})
                (found,) = self.client.problems(uri, 1)["diagnostics"]
                self.assertEqual((found["code"], found["range"]), ("UnmatchedIgnorePattern", span(0, 0, 7)))
                where = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 0}}
                labels = {each["label"] for each in self.client.ask("textDocument/completion", where)["items"]}
                self.assertIn("app.py", labels)
                self.assertNotIn("FROM", labels)
                for method in ("hover", "definition", "documentSymbol", "foldingRange", "semanticTokens/full"):
                    self.assertIsNone(self.client.ask("textDocument/" + method, where), method)
                (action,) = self.client.ask("textDocument/codeAction", {
                    "textDocument": {"uri": uri}, "range": span(0, 0, 0), "context": {"diagnostics": []}})
                self.assertEqual(action["title"], "Take the pattern out")
                self.assertEqual(self.client.ask("codeAction/resolve", action), action)
                for only, count in ((["quickfix"], 1), ([""], 1), (None, 1), (["source"], 0)):
                    self.assertEqual(len(self.client.ask("textDocument/codeAction", {
                        "textDocument": {"uri": uri}, "range": span(0, 0, 0),
                        "context": {"diagnostics": [], "only": only}})), count, only)
                self.assertEqual(applied("nowhere\n", action["edit"]["changes"][uri]), "")
                self.client.notify("textDocument/didChange", {
                    "textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "# [\n\n [a\n"}]})
                (found,) = self.client.problems(uri, 2)["diagnostics"]
                self.assertEqual((found["code"], found["severity"], found["range"]), ("syntax", 1, span(2, 1, 3)))
                self.client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
                self.assertEqual(self.client.problems(uri)["diagnostics"], [])

    def test_an_open_ignore_file_counts_before_it_is_saved(self):
        ignore = self.folder / ".dockerignore"
        ignore.write_text("")
        (self.folder / "x").write_text("x")
        self.initialize()
        self.open("FROM scratch\nCOPY x /\n")
        self.assertNotIn("CopyIgnoredFile", self.codes())
        self.client.notify("textDocument/didOpen", {"textDocument": {
            "uri": ignore.as_uri(), "languageId": "ignore", "version": 1, "text": ""}})
        self.client.notify("textDocument/didChange", {"textDocument": {"uri": ignore.as_uri(), "version": 2},
                                                      "contentChanges": [{"text": "x\n"}]})
        self.assertIn("CopyIgnoredFile", self.codes())
        self.client.notify("textDocument/didClose", {"textDocument": {"uri": ignore.as_uri()}})
        self.assertNotIn("CopyIgnoredFile", self.codes())

    def test_problems_that_several_documents_find_in_a_file_are_told_together(self):
        ignore = self.folder / ".dockerignore"
        ignore.write_text("nowhere\n")
        (self.folder / "x").write_text("x")
        other = (self.folder / "Dockerfile.other").as_uri()
        uri = ignore.as_uri()
        self.initialize()
        self.client.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "ignore", "version": 1, "text": "nowhere\n"}})
        self.open("FROM scratch\nCOPY . /\n")
        self.open("FROM scratch\nCOPY . /\n", uri=other)
        for _ in range(3):
            (found,) = self.client.problems(uri)["diagnostics"]
            self.assertEqual(found["range"], span(0, 0, 7))
        # Who closes one of them takes nothing of what the others found.
        self.client.notify("textDocument/didClose", {"textDocument": {"uri": other}})
        self.assertEqual(len(self.client.problems(uri)["diagnostics"]), 1)
        self.client.notify("textDocument/didClose", self.document())
        self.assertEqual(len(self.client.problems(uri)["diagnostics"]), 1)

    def test_other_files_are_left_alone(self):
        self.initialize()
        for name, language in ((".gitignore", "gitignore"), ("a.py", "python"), (".hadolint.yaml", "yaml")):
            uri = (self.folder / name).as_uri()
            self.client.notify("textDocument/didOpen", {"textDocument": {
                "uri": uri, "languageId": language, "version": 1, "text": "nonsense\n"}})
            self.assertIsNone(self.client.ask("textDocument/hover", {
                "textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}))
        for name, language in (("Containerfile", "plaintext"), ("Dockerfile.dev", "text"), ("web.dockerfile", ""),
                               ("web", "dockerfile")):
            uri = (self.folder / name).as_uri()
            self.client.notify("textDocument/didOpen", {"textDocument": {
                "uri": uri, "languageId": language, "version": 1, "text": "nonsense\n"}})
            self.assertIn("syntax", self.codes(uri), name)
        self.assertFalse([each for each in self.client.notifications if each["method"] != "textDocument/publishDiagnostics"])

    def test_files_on_disk_are_watched(self):
        self.initialize()
        self.client.refused("textDocument/hover", self.at(0, 0))
        self.assertFalse(self.client.notifications)
        self.client.kill()
        self.client = Client(self.environment)
        self.initialize(workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}})
        asked = self.client.read(lambda: self.client.notifications.pop(0) if self.client.notifications else None)
        self.assertEqual(asked["method"], "client/registerCapability")
        (registration,) = asked["params"]["registrations"]
        self.assertEqual(registration["method"], "workspace/didChangeWatchedFiles")
        self.assertEqual(registration["registerOptions"]["watchers"], [{"globPattern": "**/*"}])
        self.client.send({"jsonrpc": "2.0", "id": asked["id"], "result": None})
        changed = lambda path: self.client.notify(
            "workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]})
        # .dockerignore, hadolint's configuration and a file that is copied.
        (self.folder / "x").write_text("x")
        self.open("FROM a\nCOPY x /\n")
        self.wait_codes({"DL3006"})
        (self.folder / ".dockerignore").write_text("x\n")
        changed(self.folder / ".dockerignore")
        self.wait_codes({"DL3006", "CopyIgnoredFile"})
        (self.folder / ".hadolint.yaml").write_text("ignored: [DL3006]\n")
        changed(self.folder / ".hadolint.yaml")
        self.wait_codes({"CopyIgnoredFile"})
        ignore = self.folder / ".dockerignore"
        ignore.write_text("y\n")
        changed(ignore)
        self.wait_codes({"UnmatchedIgnorePattern"}, ignore.as_uri())
        (self.folder / "y").write_text("y")
        changed(self.folder / "y")
        self.wait_codes(set(), ignore.as_uri())

    def test_an_unsaved_configuration_counts(self):
        settings = self.folder / ".hadolint.yaml"
        settings.write_text("ignored: []\n")
        self.initialize()
        self.open("FROM a\n")
        self.assertIn("DL3006", self.codes())
        self.client.notify("textDocument/didOpen", {"textDocument": {
            "uri": settings.as_uri(), "languageId": "yaml", "version": 1, "text": "ignored: [DL3006]\n"}})
        self.assertNotIn("DL3006", self.codes())

    def test_the_workspaces_configuration_counts(self):
        (self.folder / ".hadolint.yaml").write_text("ignored: [DL3006]\n")
        (self.folder / "service/api").mkdir(parents=True)
        self.uri = (self.folder / "service/api/Dockerfile").as_uri()
        root, part = self.folder.as_uri(), (self.folder / "service").as_uri()
        for params, ignored in (({"rootUri": root}, True), ({"rootUri": root + "/"}, True), ({"rootUri": part}, False),
                                ({"workspaceFolders": [{"uri": root, "name": ""}], "rootUri": part}, True),
                                ({"workspaceFolders": [{"uri": root, "name": ""}, {"uri": part, "name": ""}]}, False),
                                ({"workspaceFolders": None, "rootUri": None}, False)):
            with self.subTest(params):
                self.client.kill()
                self.client = Client(self.environment)
                self.begin({**params, "capabilities": {}})
                self.open("FROM a\n")
                self.assertEqual("DL3006" not in self.codes(), ignored)

    def test_hadolints_configuration_counts(self):
        codes = lambda: {each["code"] for each in self.client.problems(self.uri)["diagnostics"]}
        self.initialize()
        self.open("FROM a\n")
        self.assertIn("DL3006", codes())
        (self.folder / ".hadolint.yaml").write_text("ignored:\n  - DL3006\n")
        self.client.notify("workspace/didChangeWatchedFiles", {"changes": []})
        self.assertNotIn("DL3006", codes())
        (self.folder / ".hadolint.yaml").write_text("ignored: {\n")
        for _ in range(2):
            self.client.notify("workspace/didChangeWatchedFiles", {"changes": []})
            self.assertIn("DL3006", codes())
        told = [each["params"] for each in self.client.notifications if each["method"] == "window/showMessage"]
        self.assertEqual([each["type"] for each in told], [2])
        self.assertIn(".hadolint.yaml:", told[0]["message"])

    def test_a_cancellation_of_nothing_cancels_nothing(self):
        self.initialize()
        opened = {"textDocument": {"uri": self.uri, "languageId": "dockerfile", "version": 1, "text": "FROM a AS one\n"}}
        messages = [{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": opened},
                    {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": None}}]
        bodies = [json.dumps(each).encode() for each in messages]
        self.client.write(b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies))
        self.assertEqual(self.client.ask("textDocument/documentSymbol", self.document())[0]["name"], "one")

    def test_a_cancelled_request_is_answered_so(self):
        self.initialize()
        self.open("FROM a\n" + "RUN echo $PATH\n" * 20000)
        first = self.client.start("textDocument/hover", self.at(100, 10))
        rest = [self.client.start("textDocument/hover", self.at(100, 10)) for _ in range(20)]
        self.client.notify("$/cancelRequest", {"id": rest[-1]})
        self.assertIn("result", self.client.answer(first))
        answer = self.client.answer(rest[-1])
        self.assertEqual(answer.get("error", {}).get("code"), -32800, answer)
        self.client.notify("$/cancelRequest", {"id": "never"})
        self.assertIn("result", self.client.answer(rest[0]))


class Features(Scene):
    def test_completion(self):
        (self.folder / "app.py").write_text("x" * 1200)
        (self.folder / "left-out").write_text("")
        (self.folder / ".dockerignore").write_text("left-out\n")
        self.initialize(textDocument={"completion": {"completionItem": {"snippetSupport": True}}})
        self.open("ARG V=1\nFROM a\nARG V\nRUN echo $\nCOPY \n\n")
        labels = lambda line, character: {each["label"]: each for each in
                                          self.client.ask("textDocument/completion", self.at(line, character))["items"]}
        variables = labels(3, 10)
        self.assertEqual(variables["V"]["detail"], "1")
        self.assertEqual(variables["V"]["textEdit"], {"range": span(3, 10, 10), "newText": "V"})
        files = labels(4, 5)
        self.assertIn("app.py", files)
        self.assertNotIn("left-out", files)
        snippet = labels(5, 0)["RUN <<EOF"]
        self.assertEqual(snippet["insertTextFormat"], 2)
        self.assertIn("${1:command}", snippet["textEdit"]["newText"])

    def test_completion_without_snippets(self):
        self.initialize()
        self.open("FROM a\n\n")
        items = self.client.ask("textDocument/completion", self.at(1, 0))["items"]
        snippet = next(each for each in items if each["label"] == "RUN <<EOF")
        self.assertEqual((snippet["insertTextFormat"], snippet["textEdit"]["newText"]),
                         (1, "RUN <<EOF\nset -e\ncommand\nEOF\n"))

    def test_hover_and_signature(self):
        self.initialize(textDocument={"hover": {"contentFormat": ["markdown", "plaintext"]}})
        self.open("FROM a\nCOPY --link a /\n")
        card = self.client.ask("textDocument/hover", self.at(1, 1))
        self.assertEqual((card["contents"]["kind"], card["range"]), ("markdown", span(1, 0, 4)))
        self.assertIn("COPY [FLAGS] SOURCE... DESTINATION", card["contents"]["value"])
        self.assertIsNone(self.client.ask("textDocument/hover", self.at(2, 0)))
        help = self.client.ask("textDocument/signatureHelp", self.at(1, 13))
        self.assertEqual(help["signatures"][help["activeSignature"]]["parameters"][help["activeParameter"]]["label"],
                         "SOURCE...")

    def test_signatures_mark_their_parts_by_place_where_that_is_known(self):
        self.initialize(textDocument={"signatureHelp": {"signatureInformation": {
            "parameterInformation": {"labelOffsetSupport": True}}}})
        self.open("FROM a\nCOPY --link a /\n")
        help = self.client.ask("textDocument/signatureHelp", self.at(1, 13))
        signature = help["signatures"][help["activeSignature"]]
        begin, end = signature["parameters"][help["activeParameter"]]["label"]
        self.assertEqual(signature["label"][begin:end], "SOURCE...")

    def test_what_explains_has_the_format_that_the_client_likes_best(self):
        for formats, kind in ((["markdown", "plaintext"], dict), (["plaintext", "markdown"], str), ([], str)):
            self.client.kill()
            self.client = Client(self.environment)
            self.initialize(textDocument={
                "completion": {"completionItem": {"documentationFormat": formats}},
                "signatureHelp": {"signatureInformation": {"documentationFormat": formats}}})
            self.open("FROM a\nENTRYPOINT b\nRU\n")
            item = self.client.ask("textDocument/completion", self.at(2, 2))["items"][0]["documentation"]
            signature = self.client.ask("textDocument/signatureHelp", self.at(1, 12))["signatures"][0]["documentation"]
            for told in (item, signature):
                self.assertIsInstance(told, kind)
                self.assertTrue(told["kind"] == "markdown" and told["value"] if kind is dict else told)

    def test_hover_has_the_format_that_the_client_likes_best(self):
        for formats, kind in ((["plaintext", "markdown"], "plaintext"), (["html", "markdown", "plaintext"], "markdown")):
            self.client.kill()
            self.client = Client(self.environment)
            self.initialize(textDocument={"hover": {"contentFormat": formats}})
            self.open("FROM a\n")
            self.assertEqual(self.client.ask("textDocument/hover", self.at(0, 1))["contents"]["kind"], kind)

    def test_hover_for_a_client_without_markdown(self):
        self.initialize()
        self.open("FROM a\nARG V=1\nCOPY --link $V /\n")
        card = self.client.ask("textDocument/hover", self.at(2, 13))["contents"]
        self.assertEqual(card, {"kind": "plaintext", "value": "Variable V, here 1.\n\nDefined in line 2."})
        card = self.client.ask("textDocument/hover", self.at(2, 1))["contents"]["value"]
        self.assertTrue(card.startswith("COPY [FLAGS] SOURCE... DESTINATION\n"), card)

    def test_names(self):
        (self.folder / "app.py").write_text("x")
        text = "FROM a AS one\nFROM one\nCOPY --from=one app.py /\nCOPY app.py /\n"
        self.initialize(workspace={"workspaceEdit": {"documentChanges": True}})
        self.open(text)
        places = [span(0, 10, 13), span(1, 5, 8), span(2, 12, 15)]
        self.assertEqual(self.client.ask("textDocument/definition", self.at(2, 13)), [{"uri": self.uri, "range": places[0]}])
        found = self.client.ask("textDocument/references", self.at(0, 10, context={"includeDeclaration": True}))
        self.assertEqual([each["range"] for each in found], places)
        found = self.client.ask("textDocument/references", self.at(0, 10, context={"includeDeclaration": False}))
        self.assertEqual([each["range"] for each in found], places[1:])
        found = self.client.ask("textDocument/documentHighlight", self.at(1, 6))
        self.assertEqual([(each["range"], each["kind"]) for each in found], list(zip(places, (3, 2, 2))))
        self.assertEqual(self.client.ask("textDocument/definition", self.at(3, 6))["uri"], (self.folder / "app.py").as_uri())
        self.assertEqual(self.client.ask("textDocument/prepareRename", self.at(1, 6)),
                         {"range": places[1], "placeholder": "one"})
        renamed = self.client.ask("textDocument/rename", self.at(1, 6, newName="two"))["documentChanges"][0]
        self.assertEqual(renamed["textDocument"], {"uri": self.uri, "version": 1})
        self.assertEqual(applied(text, renamed["edits"]), text.replace("one", "two"))
        code, message = self.client.refused("textDocument/rename", self.at(1, 6, newName="t w o"))
        self.assertEqual(code, -32803)
        self.assertIn("can't be a stage's name", message)
        self.assertEqual(self.client.refused("textDocument/prepareRename", self.at(3, 0))[0], -32803)

    def test_format(self):
        text = "from a\ncopy  b /\nuser  c\n"
        self.initialize()
        self.open(text)
        options = {"tabSize": 4, "insertSpaces": True}
        self.assertEqual(applied(text, self.client.ask("textDocument/formatting", self.document(options=options))),
                         "FROM a\nCOPY b /\nUSER c\n")
        edits = self.client.ask("textDocument/rangeFormatting", self.document(options=options, range=span(1, 0, 3)))
        self.assertEqual(applied(text, edits), "from a\nCOPY b /\nuser  c\n")
        edits = self.client.ask("textDocument/onTypeFormatting", self.at(2, 0, ch="\n", options=options))
        self.assertEqual(applied(text, edits), "from a\nCOPY b /\nuser  c\n")

    def test_symbols_folds_and_selection(self):
        self.initialize(textDocument={"documentSymbol": {"hierarchicalDocumentSymbolSupport": True}})
        self.open("FROM a AS one\nRUN x \\\n  y\n")
        (stage,) = self.client.ask("textDocument/documentSymbol", self.document())
        self.assertEqual((stage["name"], stage["detail"], stage["range"]), ("one", "FROM a", span(0, 0, 3, end_line=2)))
        self.assertEqual([each["name"] for each in stage["children"]], ["FROM", "RUN"])
        self.assertEqual(self.client.ask("textDocument/foldingRange", self.document()),
                         [{"startLine": 0, "endLine": 2, "kind": "region"}, {"startLine": 1, "endLine": 2, "kind": "region"}])
        (chain,) = self.client.ask("textDocument/selectionRange", self.document(positions=[{"line": 0, "character": 11}]))
        ranges = []
        while chain:
            ranges.append(chain["range"])
            chain = chain.get("parent")
        self.assertEqual(ranges[0], span(0, 10, 13))
        self.assertEqual(ranges[-1], span(0, 0, 0, end_line=3))

    def test_colours_links_and_hints(self):
        legend = self.initialize()["semanticTokensProvider"]["legend"]
        (self.folder / "x").write_text("")
        self.open("ARG V=13\nFROM debian:$V AS one\nCOPY x /\nFROM one\nWORKDIR y\n")
        data = self.client.ask("textDocument/semanticTokens/full", self.document())["data"]
        tokens, line, character = [], 0, 0
        for down, right, length, kind, modifiers in zip(*[iter(data)] * 5):
            character = right if down else character + right
            line += down
            tokens.append((line, character, length, legend["tokenTypes"][kind], modifiers))
        self.assertEqual(tokens[:5], [(0, 0, 3, "keyword", 0), (0, 4, 1, "variable", 1), (1, 0, 4, "keyword", 0),
                                      (1, 13, 1, "variable", 0), (1, 15, 2, "keyword", 0)])
        part = self.client.ask("textDocument/semanticTokens/range", self.document(range=span(3, 0, 8)))["data"]
        self.assertEqual(part[:2], [3, 0])
        links = self.client.ask("textDocument/documentLink", self.document())
        self.assertEqual([(each["range"], each["target"]) for each in links],
                         [(span(1, 5, 14), "https://hub.docker.com/_/debian"), (span(2, 5, 6), (self.folder / "x").as_uri())])
        hints = self.client.ask("textDocument/inlayHint", self.document(range=span(0, 0, 0, end_line=9)))
        self.assertEqual([(each["position"], each["label"]) for each in hints],
                         [({"line": 1, "character": 14}, "debian:13"), ({"line": 4, "character": 9}, "/y")])
        self.assertEqual(self.client.ask("textDocument/inlayHint", self.document(range=span(0, 0, 0))), [])


class Outside(Scene):
    """What is neither in the text nor in the folder: images of the store, registries."""

    def items(self, line, character, **context):
        params = self.at(line, character, **({"context": context} if context else {}))
        return {each["label"]: each for each in self.client.ask("textDocument/completion", params)["items"]}

    def test_users_and_paths_of_a_base_image(self):
        self.addCleanup(remove_store, self.folder / "store")
        subprocess.run([SLIPWAY, "import", busybox_rootfs(self.folder), "base:1"], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)
        self.initialize()
        self.open("FROM base:1 AS one\nUSER \nUSER app:\nWORKDIR /\nCOPY x /etc/\nFROM scratch\nCOPY --from=one /etc/\n"
                  "COPY --from=base:1 /\n")
        users = self.items(1, 5)
        self.assertEqual((users["app"]["detail"], users["root"]["detail"]), ("uid 1000", "uid 0"))
        self.assertIn("app:root", self.items(2, 9))
        folders = self.items(3, 9)
        self.assertIn("/etc", folders)
        self.assertNotIn("/etc/passwd", folders)
        self.assertIn("passwd", self.items(4, 13))
        self.assertIn("passwd", self.items(6, 22))
        self.assertEqual(self.items(7, 20)["etc"]["textEdit"]["newText"], "etc/")

    def test_cards_of_images_and_stages_tell_their_sizes(self):
        self.addCleanup(remove_store, self.folder / "store")
        subprocess.run([SLIPWAY, "import", busybox_rootfs(self.folder), "base:1"], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)
        text = "FROM base:1 AS one\nCOPY a /a\n"
        (self.folder / "a").write_bytes(b"x" * 5_000_000)
        (self.folder / "Dockerfile").write_text(text)
        self.initialize()
        self.open(text)
        card = lambda character: self.client.ask("textDocument/hover", self.at(0, character))["contents"]["value"]
        self.assertRegex(card(7), r"Size: [0-9.]+ MB unpacked")
        self.assertNotIn("last built", card(16))
        subprocess.run([SLIPWAY, "build", self.folder], env=self.environment, check=True, capture_output=True)
        self.assertRegex(card(16), r"When it was last built: [0-9.]+ MB")

    def tags(self, line, character, **context):
        """Of the completion list, as soon as they are there."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            found = sorted(label for label in self.items(line, character, **context) if not label.endswith("…"))
            if found:
                return found
        raise AssertionError("no tags")

    def test_tags_of_a_registry_that_is_asked(self):
        with Service("registry") as registry:
            name = registry["ADDRESS"] + "/me/busybox"
            archive = self.folder / "image.tar"
            subprocess.run([FIXTURES / "image-archive", busybox_rootfs(self.folder), archive], check=True)
            for tag in ("1.36", "1.37"):
                subprocess.run([FIXTURES / "push", archive, f"{name}:{tag}"], check=True)
            able = self.initialize()
            self.assertEqual(able["executeCommandProvider"]["commands"], ["slipway.askRegistry"])
            text = f"FROM {name}:\n"
            self.open(text)
            end = len(text) - 1
            # By itself, at each letter, nobody asks.
            for _ in range(3):
                item = self.items(0, end, triggerKind=3)[name + ":…"]
            requests = len(pathlib.Path(registry["LOG"]).read_text().splitlines())
            self.assertIn("ask " + registry["ADDRESS"], item["detail"])
            self.assertEqual(item["textEdit"]["newText"], name + ":")
            self.assertEqual(item["command"]["arguments"], [name])
            self.client.ask("workspace/executeCommand", {"command": item["command"]["command"],
                                                         "arguments": item["command"]["arguments"]})
            self.assertEqual(self.tags(0, end, triggerKind=3), [name + ":1.36", name + ":1.37"])
            self.assertNotIn("tags/list", "".join(pathlib.Path(registry["LOG"]).read_text().splitlines()[:requests]))

    def test_who_asks_twice_at_one_place_has_the_registry_asked(self):
        with Service("registry") as registry:
            self.initialize()
            name = registry["ADDRESS"] + "/none"
            text = f"FROM {name}:\n"
            self.open(text)
            end = time.monotonic() + DEADLINE
            said = ""
            while "has no none" not in said:
                self.assertLess(time.monotonic(), end, said)
                said = self.items(0, len(text) - 1, triggerKind=1)[name + ":…"]["detail"]

    def test_commands_that_are_none(self):
        self.initialize()
        self.assertEqual(self.client.refused("workspace/executeCommand", {"command": "x", "arguments": []})[0], -32602)


class Actions(Scene):
    LAZY = {"textDocument": {"codeAction": {"dataSupport": True, "resolveSupport": {"properties": ["edit"]},
                                            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}},
            "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}}

    def actions(self, line, character=0, **context):
        found = self.client.ask("textDocument/codeAction", self.document(
            range=span(line, character, character), context={"diagnostics": [], **context}))
        return {each["title"]: each for each in found}

    def edit(self, action):
        """Its only change; the server is asked for it where it has to be."""
        if "edit" not in action:
            action = self.client.ask("codeAction/resolve", action)
        changes = action["edit"]["documentChanges"]
        self.assertEqual(len(changes), 1)
        self.assertEqual(changes[0]["textDocument"], {"uri": self.uri, "version": 1})
        return changes[0]["edits"]

    def test_a_problem_is_mended(self):
        abilities = self.initialize(**self.LAZY)
        self.assertEqual(abilities["codeActionProvider"],
                         {"codeActionKinds": ["quickfix", "source.fixAll"], "resolveProvider": True})
        text = "FROM debian:13 AS One\nRUN apt-get install a\nRUN apt-get install b\nFROM One\n"
        self.open(text)
        actions = self.actions(0, 20)
        action = actions["Name the stage one"]
        self.assertEqual((action["kind"], action["isPreferred"]), ("quickfix", True))
        self.assertEqual([each["code"] for each in action["diagnostics"]], ["StageNameCasing"])
        self.assertNotIn("edit", action)
        self.assertEqual(applied(text, self.edit(action)), text.replace("One", "one"))
        self.assertNotIn("Mend every StageNameCasing", actions)
        every = self.actions(1, 6)["Mend every DL3014"]
        self.assertEqual(applied(text, self.edit(every)), text.replace("install", "install -y"))

    def test_the_title_tells_what_it_does_to_the_next_build(self):
        self.addCleanup(remove_store, self.folder / "store")
        text = "FROM scratch\nADD a /a\n"
        (self.folder / "a").write_text("a")
        (self.folder / "Dockerfile").write_text(text)
        subprocess.run([SLIPWAY, "build", self.folder], env=self.environment, check=True, capture_output=True)
        self.initialize(**self.LAZY)
        self.open(text)
        title = next(title for title, action in self.actions(1, 4).items() if action.get("isPreferred"))
        self.assertRegex(title, r"^Write COPY \(1 more step rebuilds.*\)$")

    def test_a_client_that_cant_ask_again_gets_the_edits_at_once(self):
        self.initialize()
        text = "FROM a:1 as b\n"
        self.open(text)
        self.assertEqual(applied(text, self.actions(0, 10)["Write AS"]["edit"]["changes"][self.uri]), "FROM a:1 AS b\n")

    def test_all_is_mended_at_once(self):
        self.initialize(**self.LAZY)
        text = "FROM a:1 as b\nMAINTAINER me\n"
        self.open(text)
        actions = self.actions(0, 0, only=["source"])
        self.assertEqual(list(actions), ["Mend all that can be mended"])
        self.assertEqual(applied(text, self.edit(actions["Mend all that can be mended"])),
                         "FROM a:1 AS b\nLABEL org.opencontainers.image.authors=\"me\"\n")
        self.assertTrue(all(each["kind"] == "quickfix" for each in self.actions(0, 10, only=["quickfix"]).values()))
        self.assertEqual(self.actions(0, 10, only=["refactor"]), {})
        self.assertEqual(self.actions(0, 10, only=None), self.actions(0, 10))

    def test_a_problem_is_ignored_here_or_everywhere(self):
        self.initialize(**self.LAZY)
        text = "FROM a:latest AS b\nRUN c\ncopy d /d\n"
        self.open(text)
        self.assertEqual(applied(text, self.edit(self.actions(0, 6)["Ignore DL3007 here"])),
                         "# hadolint ignore=DL3007\n" + text)
        casing = self.actions(2)
        self.assertEqual(applied(text, self.edit(casing["Ignore ConsistentInstructionCasing in this file"])),
                         "# check=skip=ConsistentInstructionCasing\n" + text)
        everywhere = self.actions(0, 6)["Ignore DL3007 everywhere"]
        settings = self.folder / ".hadolint.yaml"
        create, change = self.client.ask("codeAction/resolve", everywhere)["edit"]["documentChanges"]
        self.assertEqual(create, {"kind": "create", "uri": settings.as_uri(), "options": {"ignoreIfExists": True}})
        self.assertEqual(applied("", change["edits"]), "ignored:\n  - DL3007\n")
        settings.write_text("# ours\nignored: [DL3001]\n")
        change, = self.client.ask("codeAction/resolve", everywhere)["edit"]["documentChanges"]
        self.assertEqual(change["textDocument"], {"uri": settings.as_uri(), "version": None})
        self.assertEqual(applied(settings.read_text(), change["edits"]), "# ours\nignored: [DL3001, DL3007]\n")
        settings.write_text("ignored: {\n")
        code, message = self.client.refused("codeAction/resolve", everywhere)
        self.assertEqual(code, -32803)
        self.assertIn(".hadolint.yaml", message)

    def test_a_comment_that_could_not_stand_there_is_not_offered(self):
        self.initialize(**self.LAZY)
        self.open("# hadolint stage ignore=DL3011\nFROM debian\n")
        titles = self.actions(1, 6)
        self.assertIn("Ignore DL3006 everywhere", titles)
        self.assertNotIn("Ignore DL3006 here", titles)

    def test_where_no_file_can_be_made_a_comment_does(self):
        self.initialize(textDocument=self.LAZY["textDocument"])
        text = "FROM a:latest\n"
        self.open(text)
        action = self.client.ask("codeAction/resolve", self.actions(0, 6)["Ignore DL3007 everywhere"])
        self.assertEqual(applied(text, action["edit"]["changes"][self.uri]), "# hadolint global ignore=DL3007\n" + text)

    def test_an_action_of_an_older_text_is_refused(self):
        self.initialize(**self.LAZY)
        self.open("FROM a:1 as b\n")
        action = self.actions(0, 10)["Write AS"]
        self.change(2, {"text": "FROM a:1\n"})
        self.assertEqual(self.client.refused("codeAction/resolve", action)[0], -32801)
        other = (self.folder / ".dockerignore").as_uri()
        self.open("", uri=other)
        action["data"]["uri"] = other
        self.assertEqual(self.client.refused("codeAction/resolve", action)[0], -32801)


if __name__ == "__main__":
    unittest.main(verbosity=2)
